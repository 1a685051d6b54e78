package unionbook.reorganisation;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import unionbook.platform.Actor;
import unionbook.platform.Forbidden;
import unionbook.platform.NotFound;
import unionbook.platform.Role;
import unionbook.platform.RuleViolation;
import unionbook.platform.StaleVersion;
import unionbook.reorganisation.Plan.Step;
import unionbook.reorganisation.ReorganisationExamples.Ministry;
import unionbook.reorganisation.Reorganisations.Attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static unionbook.reorganisation.ReorganisationExamples.DAY;
import static unionbook.reorganisation.ReorganisationExamples.as;
import static unionbook.reorganisation.ReorganisationExamples.does;
import static unionbook.reorganisation.ReorganisationExamples.holding;

/** The scanned paper of a decision, and drafts that are thrown away. */
@ReorganisationTest
class PaperTests {

	private static final byte[] PAPER = { '%', 'P', 'D', 'F', 0, 1 };

	private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

	@Autowired
	private ReorganisationExamples examples;

	@Autowired
	private Reorganisations reorganisations;

	private Ministry ministry;

	private UUID draft;

	@BeforeEach
	void aDraft() {
		this.ministry = this.examples.ministry("BO");
		this.draft = this.examples.draft(this.ministry.admin(), this.ministry.top(), DAY,
				Step.of(Kind.END, List.of(this.ministry.a())));
	}

	@Test
	void thePaperIsKeptWithTheDecisionAndStaysWhenItIsExecuted() {
		assertThat(paper()).isNull();

		attach(this.ministry.admin(), "quyết định 77.pdf", PAPER);
		this.examples.confirm(this.ministry.admin(), this.draft);

		Attachment kept = Objects.requireNonNull(paper());
		assertThat(kept.name()).isEqualTo("quyết định 77.pdf");
		assertThat(kept.content()).isEqualTo(PAPER);
	}

	@Test
	void aBetterScanTakesThePlaceOfTheFirst() {
		attach(this.ministry.admin(), "a.pdf", new byte[] { 1 });
		attach(this.ministry.admin(), "b.pdf", PAPER);

		assertThat(Objects.requireNonNull(paper()).name()).isEqualTo("b.pdf");
		assertThat(Objects.requireNonNull(paper()).content()).isEqualTo(PAPER);
	}

	@Test
	void tenMegabytesAreKeptAndOneByteMoreIsRefused() {
		attach(this.ministry.admin(), "a.pdf", new byte[TEN_MEGABYTES]);

		refused("reorganisation.error.file", () -> attach(this.ministry.admin(), "b.pdf", new byte[TEN_MEGABYTES + 1]));

		assertThat(Objects.requireNonNull(paper()).name()).isEqualTo("a.pdf");
		assertThat(Objects.requireNonNull(paper()).content()).hasSize(TEN_MEGABYTES);
	}

	@Test
	void thePaperOfAnExecutedDecisionIsNotExchanged() {
		attach(this.ministry.admin(), "a.pdf", PAPER);
		this.examples.confirm(this.ministry.admin(), this.draft);

		refused("reorganisation.error.done", () -> attach(this.ministry.admin(), "b.pdf", new byte[] { 1 }));

		assertThat(Objects.requireNonNull(paper()).name()).isEqualTo("a.pdf");
	}

	@Test
	void aDiscardedDraftIsGoneWithItsPaper() {
		attach(this.ministry.admin(), "a.pdf", PAPER);

		discard(this.ministry.admin(), this.draft);

		assertThatExceptionOfType(NotFound.class).isThrownBy(this::paper);
		assertThat(this.examples.book.owner()
			.sql("select count(*) from reorganisation_file where reorganisation_id = ?")
			.param(this.draft)
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void onlyADraftIsDiscardedAndOnlyInTheStateSeen() {
		assertThatExceptionOfType(StaleVersion.class)
			.isThrownBy(() -> does(this.ministry.admin(), () -> this.reorganisations.discard(this.draft, 99)));
		this.examples.confirm(this.ministry.admin(), this.draft);

		refused("reorganisation.error.done", () -> discard(this.ministry.admin(), this.draft));

		does(this.ministry.admin(), () -> this.reorganisations.undo(this.draft, version(this.draft)));
		refused("reorganisation.error.done", () -> discard(this.ministry.admin(), this.draft));
		assertThat(as(this.ministry.admin(), () -> this.reorganisations.find(this.draft)).status())
			.isEqualTo(Status.UNDONE);
	}

	@Test
	void whoDoesNotReachItFindsNeitherDecisionNorPaper() {
		attach(this.ministry.admin(), "a.pdf", PAPER);
		for (Actor stranger : List.of(this.examples.ministry("BX").admin(),
				holding(Role.UNIT_OFFICER, this.ministry.a()))) {
			assertThatExceptionOfType(NotFound.class)
				.isThrownBy(() -> as(stranger, () -> this.reorganisations.attachment(this.draft)));
			assertThatExceptionOfType(NotFound.class).isThrownBy(() -> attach(stranger, "b.pdf", PAPER));
			assertThatExceptionOfType(NotFound.class)
				.isThrownBy(() -> does(stranger, () -> this.reorganisations.discard(this.draft, 1)));
		}
		assertThat(Objects.requireNonNull(paper()).name()).isEqualTo("a.pdf");
	}

	@Test
	void whoOnlyReadsReadsThePaperAndChangesNothing() {
		attach(this.ministry.admin(), "a.pdf", PAPER);
		for (Role role : List.of(Role.VIEWER, Role.MINISTRY_OFFICER)) {
			Actor reader = holding(role, this.ministry.top());
			assertThat(as(reader, () -> this.reorganisations.attachment(this.draft))).isNotNull();
			assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> attach(reader, "b.pdf", PAPER));
			assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> discard(reader, this.draft));
		}
		assertThat(Objects.requireNonNull(paper()).name()).isEqualTo("a.pdf");
	}

	private @Nullable Attachment paper() {
		return as(this.ministry.admin(), () -> this.reorganisations.attachment(this.draft));
	}

	private void attach(Actor actor, String name, byte[] content) {
		does(actor, () -> this.reorganisations.attach(this.draft, name, content));
	}

	private void discard(Actor actor, UUID id) {
		does(actor, () -> this.reorganisations.discard(id, version(id)));
	}

	private int version(UUID id) {
		return this.reorganisations.find(id).version();
	}

	private static void refused(String key, Runnable work) {
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(work::run)
			.extracting(RuleViolation::key)
			.isEqualTo(key);
	}

}
