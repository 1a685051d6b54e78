package unionbook.statistics;

import java.time.LocalDate;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import unionbook.shared.UnitId;

/** The figures printed elsewhere, which the pages explain. */
@Service
@Transactional(readOnly = true)
public class PublishedFigures {

	private final JdbcClient jdbc;

	PublishedFigures(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Everything printed about a unit.
	 * @param unit the unit, inside the reach of the actor
	 * @return the figures, oldest first
	 */
	public List<Published> of(UnitId unit) {
		return this.jdbc.sql("""
				select day, units, members, women, percent_printed, qualifier, source
				from published_figure where unit_id = ? order by day""")
			.param(unit.value())
			.query((row, n) -> new Published(row.getObject("day", LocalDate.class),
					row.getObject("units", Integer.class), row.getObject("members", Integer.class),
					row.getObject("women", Integer.class), row.getString("percent_printed"), row.getString("qualifier"),
					row.getString("source")))
			.list();
	}

}
