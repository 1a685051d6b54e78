package unionbook.emulation;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import unionbook.platform.DayClock;
import unionbook.platform.NotFound;
import unionbook.platform.Right;
import unionbook.platform.RuleViolation;
import unionbook.platform.UnitScope;
import unionbook.shared.AuditedEvent.Change;
import unionbook.shared.UnitId;
import unionbook.unit.UnitRow;
import unionbook.unit.Units;

/** Drafts, writes, signs and ends pledges. */
@Service
@Transactional
class PledgeWriting {

	private final PledgeRepository pledges;

	private final UnitScope scope;

	private final Units units;

	private final DayClock clock;

	private final FirstWords words;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	PledgeWriting(PledgeRepository pledges, UnitScope scope, Units units, DayClock clock, FirstWords words,
			JdbcClient jdbc, ApplicationEventPublisher events) {
		this.pledges = pledges;
		this.scope = scope;
		this.units = units;
		this.clock = clock;
		this.words = words;
		this.jdbc = jdbc;
		this.events = events;
	}

	/**
	 * Begins a pledge.
	 * @param unitId whose it is
	 * @param year for which year
	 * @param level between whom
	 * @param source the pledge to copy from, or null for an empty one
	 * @return the draft
	 * @throws NotFound if the unit or the source is not reached
	 */
	PledgeId draft(UnitId unitId, int year, PledgeLevel level, @Nullable PledgeId source) {
		this.scope.require(Right.WRITE_PLEDGES, unitId);
		UnitRow unit = this.units.find(unitId, this.clock.today());
		if (!level.fits(unit.kind())) {
			throw new RuleViolation("emulation.rule.level").onField("level");
		}
		if (level.onceAYear() && exists(unitId, year, level)) {
			throw new RuleViolation("emulation.rule.exists", unit.name(), String.valueOf(year)).onField("year");
		}
		String title = this.words.title(year);
		PledgeText text;
		if (source == null) {
			text = this.words.draft(title, level, unit.name());
		}
		else {
			Pledge model = this.pledges.findById(source.value()).orElseThrow(NotFound::new);
			this.scope.require(model.unit());
			text = model.text().draftOf(year - model.facts().year(), title);
		}
		Pledge pledge = save(Pledge.draft(unitId, year, level, code(unit, year), text), unit, year);
		publish("pledge.drafted", pledge, Map.of());
		return pledge.id();
	}

	/**
	 * Begins an addendum to a signed pledge.
	 * @param id the pledge
	 * @return the draft of the addendum
	 */
	PledgeId addendum(PledgeId id) {
		Pledge pledge = this.pledges.findForChange(id.value()).orElseThrow(NotFound::new);
		this.scope.require(Right.WRITE_PLEDGES, pledge.unit());
		int number = this.pledges.countAddenda(id.value()) + 1;
		Pledge addendum = this.pledges
			.saveAndFlush(pledge.addendum(number, this.words.addendum(number, pledge.text())));
		publish("pledge.addendum", addendum, Map.of());
		return addendum.id();
	}

	/**
	 * Writes the text of a draft anew.
	 * @param id the pledge
	 * @param seen the version the writer saw
	 * @param text the new text
	 */
	void rewrite(PledgeId id, int seen, PledgeText text) {
		Pledge pledge = open(id, seen);
		Map<String, @Nullable Object> before = pledge.text().values();
		pledge.rewrite(text);
		this.pledges.flush();
		Map<String, Change> changes = Differences.between(before, text.values());
		if (!changes.isEmpty()) {
			publish("pledge.changed", pledge, changes);
		}
	}

	/**
	 * Records the signing of a draft and freezes its text.
	 * @param id the pledge
	 * @param seen the version the writer saw
	 * @param day the day it was signed, or null when it is not known
	 * @param precision how far the day is known
	 */
	void sign(PledgeId id, int seen, @Nullable LocalDate day, String precision) {
		Pledge pledge = open(id, seen);
		if (day != null && day.isAfter(this.clock.today())) {
			throw new RuleViolation("emulation.rule.sign.future").onField("signedOn");
		}
		pledge.sign(day, precision);
		this.pledges.flush();
		this.events.publishEvent(new PledgeSigned(pledge.id(), pledge.unit(), pledge.text().signedOn(),
				Objects.requireNonNull(pledge.facts().fingerprint())));
	}

	/**
	 * Calls a pledge off.
	 * @param id the pledge
	 * @param seen the version the writer saw
	 * @param reason why
	 * @param decision by which decision, or null
	 */
	void cancel(PledgeId id, int seen, String reason, @Nullable String decision) {
		Pledge pledge = open(id, seen);
		PledgeStatus before = pledge.facts().status();
		pledge.cancel(this.clock.today(), reason, decision);
		end("pledge.cancelled", pledge, before, reason);
	}

	/**
	 * Closes the year of a pledge.
	 * @param id the pledge
	 * @param seen the version the writer saw
	 */
	void close(PledgeId id, int seen) {
		Pledge pledge = open(id, seen);
		PledgeStatus before = pledge.facts().status();
		pledge.close(this.clock.today());
		end("pledge.closed", pledge, before, null);
	}

	private void end(String action, Pledge pledge, PledgeStatus before, @Nullable String reason) {
		this.pledges.flush();
		this.events.publishEvent(new PledgeEnded(pledge.id(), pledge.unit(), action, this.clock.today(), reason,
				before.name(), pledge.facts().status().name()));
	}

	private Pledge open(PledgeId id, int seen) {
		Pledge pledge = this.pledges.findForChange(id.value()).orElseThrow(NotFound::new);
		this.scope.require(Right.WRITE_PLEDGES, pledge.unit());
		pledge.requireVersion(seen);
		return pledge;
	}

	/** Two officers may begin the same pledge at once; the index lets one of them. */
	private Pledge save(Pledge pledge, UnitRow unit, int year) {
		try {
			return this.pledges.saveAndFlush(pledge);
		}
		catch (DataIntegrityViolationException ex) {
			throw new RuleViolation("emulation.rule.exists", unit.name(), String.valueOf(year)).onField("year");
		}
	}

	private boolean exists(UnitId unit, int year, PledgeLevel level) {
		return this.jdbc.sql("""
				select exists (select from pledge where unit_id = ? and year = ? and level = ? and amends_id is null
					and status <> 'CANCELLED')""")
			.params(unit.value(), year, level.name())
			.query(Boolean.class)
			.single();
	}

	private String code(UnitRow unit, int year) {
		int number = this.jdbc
			.sql("select count(*) + 1 from pledge where unit_id = ? and year = ? and amends_id is null")
			.params(unit.id().value(), year)
			.query(Integer.class)
			.single();
		return String.format(Locale.ROOT, "GU-%d-%s-%02d", year, unit.code(), number);
	}

	private void publish(String action, Pledge pledge, Map<String, Change> changes) {
		this.events.publishEvent(new PledgeChanged(pledge.id(), pledge.unit(), action, changes));
	}

	/** The pledge of the same unit and level that was made last before a year. */
	@Transactional(readOnly = true)
	@Nullable UUID lastBefore(UnitId unit, int year, PledgeLevel level) {
		this.scope.require(unit);
		return this.jdbc.sql("""
				select id from pledge where unit_id = ? and year < ? and level = ? and amends_id is null
					and status <> 'CANCELLED' order by year desc, code desc limit 1""")
			.params(unit.value(), year, level.name())
			.query(UUID.class)
			.optional()
			.orElse(null);
	}

}
