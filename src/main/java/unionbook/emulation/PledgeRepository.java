package unionbook.emulation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface PledgeRepository extends JpaRepository<Pledge, UUID> {

	/**
	 * A change to a party, a point or a target is a change to the pledge, so its version
	 * always moves on.
	 */
	@Lock(LockModeType.OPTIMISTIC_FORCE_INCREMENT)
	@Query("select p from Pledge p where p.id = :id")
	Optional<Pledge> findForChange(UUID id);

	/** Nobody closes or cancels the pledge while results are being written. */
	@Lock(LockModeType.PESSIMISTIC_READ)
	@Query("select p from Pledge p where p.id = :id")
	Optional<Pledge> findForResults(UUID id);

	@Query("select p from Pledge p where p.amendsId = :id order by p.code")
	List<Pledge> findAddenda(UUID id);

	/** Neither closed nor called off, for a year or a later one. */
	@Query("""
			select p from Pledge p where p.unitId = :unit and p.year >= :year
				and p.status not in (CLOSED, CANCELLED) order by p.code""")
	List<Pledge> findRunning(UUID unit, int year);

	@Query("""
			select p from Pledge p where p.unitId = :unit and p.endedOn = :day
				and p.statusBefore is not null order by p.code""")
	List<Pledge> findEndedWithUnit(UUID unit, LocalDate day);

	@Query("select count(p) from Pledge p where p.amendsId = :id")
	int countAddenda(UUID id);

}
