package unionbook.committee;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import unionbook.platform.UnitFigures;
import unionbook.unit.UnitRow;
import unionbook.unit.Units;

/**
 * Compares the size of a body with the rule that held on the first day of its term, and
 * quotes that rule.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SizeRules {

	private final JdbcClient jdbc;

	private final Units units;

	private final UnitFigures figures;

	SizeRules(JdbcClient jdbc, Units units, UnitFigures figures) {
		this.jdbc = jdbc;
		this.units = units;
		this.figures = figures;
	}

	/**
	 * What is to be said of the bodies of a unit.
	 * @param terms their terms with the figures of the day
	 * @param unit the unit
	 * @return the warnings of each term, each with the rule it rests on
	 */
	Map<UUID, List<Warning>> judge(List<TermRow> terms, UnitRow unit) {
		List<Rule> rules = this.jdbc.sql("""
				select kind, lower(period) as since, upper(period) as until, members_from, members_before, chair_only,
					least, most, one_in, legal_basis
				from committee_size_rule where unit_kind is null or unit_kind = ?""")
			.param(unit.kind())
			.query(Rule.class)
			.list();
		Map<UUID, List<Warning>> warnings = new HashMap<>();
		for (TermRow term : terms) {
			List<Rule> held = rules.stream().filter((rule) -> rule.holds(term)).toList();
			long members = held.stream().anyMatch(Rule::bySize) ? members(unit, term.since()) : 0;
			held.stream()
				.filter((rule) -> rule.fits(members))
				.max(Comparator.comparing(Rule::special))
				.ifPresent((rule) -> warnings.put(term.id(), judge(term, rule, members, committee(terms, term))));
		}
		return warnings;
	}

	/** How many sit in the executive committee beside a standing committee, or null. */
	private static @Nullable Integer committee(List<TermRow> terms, TermRow beside) {
		return terms.stream()
			.filter((term) -> term.kind() == BodyKind.BCH && term.livesOn(beside.shownOn()))
			.map(TermRow::sitting)
			.findFirst()
			.orElse(null);
	}

	private static List<Warning> judge(TermRow term, Rule rule, long members, @Nullable Integer committee) {
		List<Warning> warnings = new ArrayList<>();
		int planned = term.plannedSize();
		int sitting = term.sitting();
		if (rule.chairOnly()) {
			if (Math.max(planned, sitting) > 1) {
				warnings.add(new Warning("committee.warning.chairOnly", members, Math.max(planned, sitting),
						rule.legalBasis()));
			}
			return warnings;
		}
		if (rule.least() != null && rule.most() != null) {
			String range = rule.least() + "–" + rule.most();
			if (sitting > rule.most()) {
				warnings.add(new Warning("committee.warning.above", sitting, range, rule.legalBasis()));
			}
			else if (planned > rule.most()) {
				warnings.add(new Warning("committee.warning.plannedAbove", planned, range, rule.legalBasis()));
			}
			if (sitting < rule.least()) {
				warnings.add(new Warning("committee.warning.below", sitting, range, rule.legalBasis()));
			}
			else if (planned < rule.least()) {
				warnings.add(new Warning("committee.warning.plannedBelow", planned, range, rule.legalBasis()));
			}
		}
		if (rule.oneIn() != null && committee != null && sitting * rule.oneIn() > committee) {
			warnings.add(
					new Warning("committee.warning.share", sitting, "1/" + rule.oneIn(), committee, rule.legalBasis()));
		}
		return warnings;
	}

	private long members(UnitRow unit, LocalDate day) {
		UUID[] ids = this.units.idsBelow(unit.id(), day);
		return this.figures.on(ids, day).values().stream().mapToLong((figure) -> figure.women().whole()).sum();
	}

	/** A row of law. */
	record Rule(BodyKind kind, LocalDate since, @Nullable LocalDate until, @Nullable Integer membersFrom,
			@Nullable Integer membersBefore, boolean chairOnly, @Nullable Integer least, @Nullable Integer most,
			@Nullable Integer oneIn, String legalBasis) {

		/** The rule is chosen by the day of the act: the first day of the term. */
		boolean holds(TermRow term) {
			return term.kind() == this.kind && !term.since().isBefore(this.since)
					&& (this.until == null || term.since().isBefore(this.until));
		}

		boolean bySize() {
			return this.membersFrom != null || this.membersBefore != null;
		}

		boolean fits(long members) {
			return (this.membersFrom == null || members >= this.membersFrom)
					&& (this.membersBefore == null || members > 0 && members < this.membersBefore);
		}

		/** A rule for some sizes goes before the rule for all. */
		int special() {
			return Objects.requireNonNullElse(this.membersFrom, 0) + ((this.membersBefore == null) ? 0 : 1);
		}

	}

}
