package unionbook.reorganisation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import unionbook.platform.Forbidden;
import unionbook.platform.NotFound;
import unionbook.platform.RuleViolation;
import unionbook.platform.StaleVersion;
import unionbook.shared.Decision;
import unionbook.shared.UnitId;

/** Drafts, previews, executes and undoes decisions that change the organisation. */
@Service
class Reorganisations {

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
		throw new UnsupportedOperationException();
	}

	/**
	 * Finds one.
	 * @param id its id
	 * @return it, as draft or done
	 * @throws NotFound if there is none inside the reach of the actor
	 */
	Reorganisation find(UUID id) {
		throw new UnsupportedOperationException();
	}

	/**
	 * All inside the reach of the actor that hold or are planned on some day, the latest
	 * effective day first, drafts without a day before them.
	 * @return at most 200
	 */
	List<Reorganisation> list() {
		throw new UnsupportedOperationException();
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
		throw new UnsupportedOperationException();
	}

	/**
	 * Who can be assigned.
	 * @param id the draft, with its effective day
	 * @param unit a source of its plan
	 * @param department the department whose people are wanted, the empty text for people
	 * without one, or null for nobody
	 * @return departments with their counts, and the people asked for
	 */
	Crowd people(UUID id, UnitId unit, @Nullable String department) {
		throw new UnsupportedOperationException();
	}

	/**
	 * What executing would do. Changes nothing, but takes the locks of doing it for a
	 * moment.
	 * @param id the draft
	 * @return the table before and after, and what stands in the way
	 */
	Preview preview(UUID id) {
		throw new UnsupportedOperationException();
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
		throw new UnsupportedOperationException();
	}

	/**
	 * What depends on it and stands in the way of undoing it.
	 * @param id an executed reorganisation
	 * @return sentences to show, empty if it can be undone
	 */
	List<RuleViolation> blocking(UUID id) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Takes it back: rosters and figures of every day become what they were.
	 * @param id an executed reorganisation
	 * @param version the version seen
	 * @throws RuleViolation if something depends on it
	 */
	void undo(UUID id, int version) {
		throw new UnsupportedOperationException();
	}

	/** Throws a draft away. */
	void discard(UUID id, int version) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Keeps the scanned paper with the decision.
	 * @param id a draft
	 * @param name the name of the file
	 * @param content at most 10 MB
	 */
	void attach(UUID id, String name, byte[] content) {
		throw new UnsupportedOperationException();
	}

	/**
	 * The scanned paper.
	 * @param id a reorganisation
	 * @return it, or null where none was kept
	 */
	@Nullable Attachment attachment(UUID id) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Predecessors and successors over time.
	 * @param unit a reached unit
	 * @return its family tree, at least the unit itself
	 * @throws NotFound if the actor does not reach the unit
	 */
	Lineage lineage(UnitId unit) {
		throw new UnsupportedOperationException();
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
