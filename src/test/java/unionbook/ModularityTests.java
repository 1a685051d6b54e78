package unionbook;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/**
 * The map of modules holds: flat, arrows only down, nothing reached that is not shown.
 */
class ModularityTests {

	@Test
	void modulesUseOnlyWhatTheirCardsAllow() {
		ApplicationModules.of(UnionBookApplication.class).verify();
	}

}
