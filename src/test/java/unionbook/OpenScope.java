package unionbook;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import unionbook.platform.Right;
import unionbook.platform.UnitScope;
import unionbook.shared.UnitId;

/**
 * A first wall that says yes to everything.
 *
 * @param jdbc finds all units there are
 */
public record OpenScope(JdbcClient jdbc) implements UnitScope {

	@Override
	public boolean reaches(UnitId unit) {
		return true;
	}

	@Override
	public boolean reaches(UnitId unit, LocalDate day) {
		return true;
	}

	@Override
	public boolean may(Right right, UnitId unit) {
		return true;
	}

	@Override
	public UUID[] units() {
		return this.jdbc.sql("select distinct unit_id from unit_reach").query(UUID.class).list().toArray(UUID[]::new);
	}

	@Override
	public UUID[] units(LocalDate day) {
		return units();
	}

	@Override
	public UUID[] units(Right right) {
		return units();
	}

	@Override
	public List<UnitId> tops() {
		return List.of();
	}

}
