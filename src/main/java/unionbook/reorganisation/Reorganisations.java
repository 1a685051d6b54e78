package unionbook.reorganisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import unionbook.member.MemberMoves;
import unionbook.platform.Forbidden;
import unionbook.platform.NotFound;
import unionbook.platform.Right;
import unionbook.platform.RuleViolation;
import unionbook.platform.StaleVersion;
import unionbook.platform.UnitScope;
import unionbook.shared.Decision;
import unionbook.shared.UnitId;
import unionbook.unit.Restructuring;
import unionbook.unit.UnitLife;

/** Drafts, previews, executes and undoes decisions that change the organisation. */
@Service
@Transactional
class Reorganisations {

	private static final int LARGEST_FILE = 10 * 1024 * 1024;

	private final ReorganisationRows rows;

	private final Execution execution;

	private final Previews previews;

	private final Undoing undoing;

	private final Kinship kinship;

	private final Restructuring units;

	private final MemberMoves moves;

	private final UnitScope scope;

	private final TransactionTemplate trial;

	private final ApplicationEventPublisher events;

	Reorganisations(ReorganisationRows rows, Execution execution, Previews previews, Undoing undoing, Kinship kinship,
			Restructuring units, MemberMoves moves, UnitScope scope, PlatformTransactionManager transactions,
			ApplicationEventPublisher events) {
		this.rows = rows;
		this.execution = execution;
		this.previews = previews;
		this.undoing = undoing;
		this.kinship = kinship;
		this.units = units;
		this.moves = moves;
		this.scope = scope;
		this.trial = new TransactionTemplate(transactions);
		// its own, because it is always taken back
		this.trial.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.events = events;
	}

	/**
	 * Begins a draft.
	 * @param id the id, chosen by the form so that sending it twice begins one
	 * @param kind what it is about
	 * @param unit the unit whose administrators decide it
	 * @return the id
	 * @throws NotFound if the actor does not reach the unit
	 * @throws Forbidden if the actor may not write units there
	 */
	UUID draft(UUID id, Kind kind, UnitId unit) {
		this.scope.require(Right.WRITE_UNITS, unit);
		if (this.rows.insert(id, kind, unit)) {
			this.events.publishEvent(Reorganised.drafted(id, unit));
		}
		return this.rows.find(id).id();
	}

	/**
	 * Finds one.
	 * @param id its id
	 * @return it, as draft or done
	 * @throws NotFound if there is none inside the reach of the actor
	 */
	@Transactional(readOnly = true)
	Reorganisation find(UUID id) {
		return this.rows.find(id);
	}

	/**
	 * All inside the reach of the actor that hold or are planned on some day, the latest
	 * effective day first, drafts without a day before them.
	 * @return at most 200
	 */
	@Transactional(readOnly = true)
	List<Reorganisation> list() {
		return this.rows.list();
	}

	/**
	 * Keeps what was entered so far; nothing needs to be complete.
	 * @param id the draft
	 * @param version the version the form was made from
	 * @param decision the paper
	 * @param effectiveOn the first day of the new state, or null
	 * @param plan what it does
	 * @return the new version
	 * @throws StaleVersion if somebody else saved it meanwhile
	 * @throws RuleViolation if it is no draft any more
	 */
	int save(UUID id, int version, Decision decision, @Nullable LocalDate effectiveOn, Plan plan) {
		toChange(id, version);
		this.rows.save(id, decision, effectiveOn, plan);
		return version + 1;
	}

	/**
	 * Who can be assigned.
	 * @param id the draft, with its effective day
	 * @param unit a source of its plan
	 * @param department the department whose people are wanted, the empty text for people
	 * without one, or null for nobody
	 * @return departments with their counts, and the people asked for
	 */
	@Transactional(readOnly = true)
	Crowd people(UUID id, UnitId unit, @Nullable String department) {
		Reorganisation draft = this.rows.find(id);
		this.scope.require(Right.WRITE_UNITS, unit);
		LocalDate day = draft.effectiveOn();
		if (day == null) {
			throw new RuleViolation("reorganisation.error.effectiveOn").onField("effectiveOn");
		}
		return Crowd.of(this.moves.people(unit, Execution.flows(draft.plan()), day), department);
	}

	/**
	 * What executing would do. Changes nothing, but takes the locks of doing it for a
	 * moment.
	 * @param id the draft
	 * @return the table before and after, and what stands in the way
	 */
	@Transactional(propagation = Propagation.SUPPORTS)
	Preview preview(UUID id) {
		Preview preview = this.trial.execute((status) -> {
			status.setRollbackOnly();
			return this.previews.of(this.rows.find(id));
		});
		return Objects.requireNonNull(preview);
	}

	/**
	 * Does it, all or nothing.
	 * @param id the draft
	 * @param version the version previewed
	 * @param seen {@link Preview#seen()} of the preview that was confirmed
	 * @param typed what was typed to confirm: the number of the decision
	 * @throws StaleVersion if the draft was saved meanwhile
	 * @throws RuleViolation if a unit changed since the preview, or a rule says no
	 */
	void execute(UUID id, int version, String seen, String typed) {
		Reorganisation draft = toChange(id, version);
		if (!typed.strip().equalsIgnoreCase(draft.decision().number())) {
			throw new RuleViolation("reorganisation.error.confirmation", String.valueOf(draft.decision().number()))
				.onField("confirmation");
		}
		this.execution.requireRights(draft.plan());
		Map<UnitId, Integer> versions = this.units.lock(draft.plan().existing());
		Map<UnitId, UnitLife> lives = this.units.lives(draft.plan().existing());
		this.previews.requireSeen(seen, this.previews.seen(draft, versions), lives);
		this.execution.check(draft, lives);
		LocalDate day = Objects.requireNonNull(draft.effectiveOn());
		this.rows.executed(id, this.execution.run(draft, lives, day));
		this.moves.tell(id, day, draft.decision(), false);
		this.events.publishEvent(Reorganised.executed(draft));
	}

	/**
	 * What depends on it and stands in the way of undoing it.
	 * @param id an executed reorganisation
	 * @return sentences to show, empty if it can be undone
	 */
	List<RuleViolation> blocking(UUID id) {
		return this.undoing.blocking(executed(this.rows.find(id)));
	}

	/**
	 * Takes it back: rosters and figures of every day become what they were.
	 * @param id an executed reorganisation
	 * @param version the version seen
	 * @throws RuleViolation if something depends on it
	 */
	void undo(UUID id, int version) {
		Reorganisation done = executed(this.rows.take(id, version));
		this.scope.require(Right.WRITE_UNITS, done.unit());
		this.execution.requireSuccessors(done.plan());
		this.undoing.undo(done);
		this.rows.undone(id);
		this.events.publishEvent(Reorganised.undone(done));
	}

	/** Throws a draft away. */
	void discard(UUID id, int version) {
		Reorganisation draft = toChange(id, version);
		this.rows.delete(id);
		this.events.publishEvent(Reorganised.discarded(draft));
	}

	/**
	 * Keeps the scanned paper with the decision.
	 * @param id a draft
	 * @param name the name of the file
	 * @param content at most 10 MB
	 */
	void attach(UUID id, String name, byte[] content) {
		if (content.length > LARGEST_FILE) {
			throw new RuleViolation("reorganisation.error.file").onField("file");
		}
		Reorganisation draft = this.rows.find(id);
		this.rows.attach(toChange(id, draft.version()), name, content);
	}

	/**
	 * The scanned paper.
	 * @param id a reorganisation
	 * @return it, or null where none was kept
	 */
	@Transactional(readOnly = true)
	@Nullable Attachment attachment(UUID id) {
		return this.rows.attachment(this.rows.find(id).id());
	}

	/**
	 * Predecessors and successors over time.
	 * @param unit a reached unit
	 * @return its family tree, at least the unit itself
	 * @throws NotFound if the actor does not reach the unit
	 */
	@Transactional(readOnly = true)
	Lineage lineage(UnitId unit) {
		this.scope.require(unit);
		return this.kinship.of(unit);
	}

	private Reorganisation toChange(UUID id, int version) {
		Reorganisation draft = this.rows.take(id, version);
		this.scope.require(Right.WRITE_UNITS, draft.unit());
		if (draft.status() != Status.DRAFT) {
			throw new RuleViolation("reorganisation.error.done");
		}
		return draft;
	}

	private static Reorganisation executed(Reorganisation asked) {
		if (asked.status() != Status.EXECUTED) {
			throw new RuleViolation("reorganisation.error.notExecuted");
		}
		return asked;
	}

	/**
	 * A kept file.
	 *
	 * @param name its name
	 * @param content its bytes
	 */
	record Attachment(String name, byte[] content) {
	}

}
