package unionbook.emulation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import unionbook.platform.UnitMatters;
import unionbook.shared.UnitId;

/** Tells which pledges of a unit still run when it ends. */
@Component
class PledgeMatters implements UnitMatters {

	private final JdbcClient jdbc;

	PledgeMatters(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<Matter> open(Collection<UnitId> units, LocalDate day) {
		return this.jdbc.sql("""
				select unit_id, max(year) as year, count(*) as pledges from pledge
				where unit_id = any (:units) and year >= extract(year from cast(:day as date))
					and status not in ('CLOSED', 'CANCELLED')
				group by unit_id order by unit_id""")
			.param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
			.param("day", day)
			.query((row, number) -> new Matter(new UnitId(row.getObject("unit_id", UUID.class)),
					"emulation.matter.running", row.getLong("pledges"), "/pledges?year=" + row.getInt("year")))
			.list();
	}

}
