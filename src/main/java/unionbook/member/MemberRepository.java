package unionbook.member;

import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

/**
 * Loads and keeps people with all that is dated about them; row-level security hides the
 * rest.
 */
interface MemberRepository extends Repository<Member, UUID> {

	Optional<Member> findById(UUID id);

	/**
	 * For a change: of two at once the second finds the version gone, even if only a
	 * period was closed.
	 */
	@Lock(LockModeType.OPTIMISTIC_FORCE_INCREMENT)
	Optional<Member> findToChangeById(UUID id);

	Member save(Member member);

	void flush();

}
