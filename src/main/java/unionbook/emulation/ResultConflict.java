package unionbook.emulation;

import java.util.Set;
import java.util.UUID;

import unionbook.platform.StaleVersion;

/** Somebody else recorded results of the same targets in between. */
class ResultConflict extends StaleVersion {

	private static final long serialVersionUID = 1L;

	private final transient Set<UUID> targets;

	ResultConflict(Set<UUID> targets) {
		this.targets = targets;
	}

	Set<UUID> targets() {
		return this.targets;
	}

}
