package unionbook.emulation;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;

interface ResultRepository extends JpaRepository<TargetResult, UUID> {

	List<TargetResult> findByTargetIdIn(Collection<UUID> targets);

	List<TargetResult> findByTargetIdInAndPeriod(Collection<UUID> targets, ResultPeriod period);

}
