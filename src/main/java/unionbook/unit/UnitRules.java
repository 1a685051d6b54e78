package unionbook.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import unionbook.platform.Codes;
import unionbook.platform.Formats;
import unionbook.platform.PeriodType;
import unionbook.platform.RuleViolation;
import unionbook.shared.Period;
import unionbook.shared.UnitId;

/** What may stand where, be called what, and change on which day. */
@Component
class UnitRules {

	private final JdbcClient jdbc;

	private final Codes codes;

	private final Formats formats;

	UnitRules(JdbcClient jdbc, Codes codes, Formats formats) {
		this.jdbc = jdbc;
		this.codes = codes;
		this.formats = formats;
	}

	/** The kinds that may stand under a kind, or at the top of a tree under null. */
	List<String> kindsUnder(@Nullable String parentKind) {
		return this.jdbc.sql("""
				select r.child_kind from unit_kind_rule r
				left join code_value c on c.list = 'unit_kind' and c.code = r.child_kind
				where r.parent_kind is not distinct from cast(? as text)
				order by c.sort, r.child_kind""").param(parentKind).query(String.class).list();
	}

	void requireKind(@Nullable UnitRow parent, UnitFacts facts) {
		if (!kindsUnder((parent == null) ? null : parent.kind()).contains(facts.kind())) {
			throw ((parent == null) ? new RuleViolation("unit.error.kind.top", kind(facts.kind()))
					: new RuleViolation("unit.error.kind", kind(facts.kind()), kind(parent.kind())))
				.onField("kind");
		}
	}

	void requireKnownCodes(UnitFacts facts) {
		if (!this.codes.has("host_kind", facts.hostKind())) {
			throw new RuleViolation("unit.error.choose").onField("hostKind");
		}
		if (!this.codes.has("funding_type", facts.fundingType())) {
			throw new RuleViolation("unit.error.choose").onField("fundingType");
		}
	}

	/**
	 * A code belongs to one unit of a ministry union on a day. The database has the last
	 * word; this tells who holds it.
	 */
	void requireFreeCode(UUID root, String code, Period period, UnitId self) {
		this.jdbc.sql("""
				select name, lower(period) as since from unit_version
				where root_id = :root and code = :code and unit_id <> :self and period && cast(:period as daterange)
				order by period limit 1""")
			.param("root", root)
			.param("code", code)
			.param("self", self.value())
			.param("period", PeriodType.print(period))
			.query((row,
					number) -> new RuleViolation("unit.error.code.taken", code, row.getString("name"),
							day(row.getObject("since", LocalDate.class)))
						.onField("code"))
			.optional()
			.ifPresent((taken) -> {
				throw taken;
			});
	}

	/** A unit can be founded from a day only under one that lives from then on. */
	UnitRow requireParent(UnitLife parent, LocalDate day) {
		if (day.isBefore(parent.first().period().from())) {
			throw onDay("unit.error.parentBegins", parent.first().name(), day(parent.first().period().from()));
		}
		if (parent.endsOn() != null) {
			throw onDay("unit.error.parentEnds", parent.last().name(), day(parent.endsOn()));
		}
		return parent.on(day);
	}

	/** A day on which the last facts of a unit can be cut without touching any others. */
	void requireLastFacts(UnitLife life, LocalDate day) {
		UnitRow last = life.last();
		if (!day.isAfter(life.first().period().from())) {
			throw onDay("unit.error.beforeLife", day(life.first().period().from()));
		}
		if (life.endsOn() != null && !day.isBefore(life.endsOn())) {
			throw onDay("unit.error.ended", day(life.endsOn()));
		}
		if (!day.isAfter(last.period().from())) {
			throw onDay("unit.error.laterFacts", day(last.period().from()), last.name(), last.code());
		}
	}

	String day(@Nullable LocalDate day) {
		return this.formats.day(day);
	}

	private static RuleViolation onDay(String key, Object... arguments) {
		return new RuleViolation(key, arguments).onField("effectiveOn");
	}

	private static DefaultMessageSourceResolvable kind(String code) {
		return new DefaultMessageSourceResolvable(new String[] { "codes.unit_kind." + code }, code);
	}

}
