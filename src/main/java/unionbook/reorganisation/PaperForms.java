package unionbook.reorganisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;
import unionbook.platform.DecisionForm;
import unionbook.reorganisation.Plan.Step;
import unionbook.reorganisation.Plan.Target;

import unionbook.shared.UnitId;
import unionbook.shared.VietnameseText;
import unionbook.unit.UnitFacts;

/**
 * What is written down at the steps of a draft: the paper, and the units that come of it.
 */
final class PaperForms {

	private static final int MOST_UNITS = 12;

	private PaperForms() {
	}

	/**
	 * A unit that comes of it.
	 *
	 * @param code its code
	 * @param name its name
	 */
	record NewUnit(@Nullable String code, @Nullable String name) {

		static final NewUnit BLANK = new NewUnit(null, null);

		boolean blank() {
			return this.code == null && this.name == null;
		}

	}

	/**
	 * What is written down about the units that come of it.
	 *
	 * @param version the version the form was made from
	 * @param units code and name of each
	 * @param kind the kind of union
	 * @param hostKind the kind of the host body
	 * @param fundingType how it is funded
	 * @param hostName the host body
	 * @param block the emulation block
	 */
	record Outcome(@Nullable String version, List<NewUnit> units, @Nullable String kind, @Nullable String hostKind,
			@Nullable String fundingType, @Size(max = 200) @Nullable String hostName,
			@Size(max = 100) @Nullable String block) {

		/** There is always a row left to write in. */
		Outcome {
			List<NewUnit> rows = new ArrayList<>();
			for (NewUnit row : Objects.requireNonNullElse(units, List.<NewUnit>of())) {
				rows.add(Objects.requireNonNullElse(row, NewUnit.BLANK));
			}
			while (rows.size() < 2 || !rows.getLast().blank() && rows.size() < MOST_UNITS) {
				rows.add(NewUnit.BLANK);
			}
			units = List.copyOf(rows.subList(0, Math.min(rows.size(), MOST_UNITS)));
		}

		/** From what is known of the units: the plan, or the unit it is about. */
		static Outcome of(List<Target> targets, @Nullable UnitFacts base, Kind kind) {
			List<NewUnit> units = new ArrayList<>();
			UnitFacts first = base;
			for (Target target : targets) {
				UnitFacts facts = (target.facts() == null && kind.alters()) ? base : target.facts();
				if (facts != null) {
					units.add(new NewUnit(facts.code(), facts.name()));
					first = (units.size() == 1) ? facts : first;
				}
			}
			return (first == null) ? new Outcome(null, units, null, null, null, null, null)
					: new Outcome(null, units, first.kind(), first.hostKind(), first.fundingType(),
							(base != first || kind.alters()) ? first.hostName() : null, first.block());
		}

		/** Whether several units come of it. */
		static boolean several(Kind kind) {
			return kind == Kind.DIVIDE || kind == Kind.SPLIT_OFF;
		}

		/** Whether kind, host body and funding are asked, and not only names. */
		static boolean whole(Kind kind) {
			return !several(kind) && kind != Kind.RENAME;
		}

		void check(Kind asked, Errors errors) {
			int least = (asked == Kind.DIVIDE) ? 2 : 1;
			for (int i = 0; i < this.units.size(); i++) {
				NewUnit row = this.units.get(i);
				if ((row.blank() || !several(asked)) && i >= least) {
					continue;
				}
				String code = row.code();
				String name = row.name();
				if (asked != Kind.RENAME && (code == null || !code.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._/-]{0,19}"))) {
					errors.rejectValue("units[" + i + "].code", "reorganisation.draft.error.code");
				}
				if (name == null || name.length() < 3 || name.length() > 200) {
					errors.rejectValue("units[" + i + "].name", "reorganisation.draft.error.name");
				}
			}
			if (whole(asked)) {
				chosen(this.kind, "kind", errors);
				chosen(this.hostKind, "hostKind", errors);
				chosen(this.fundingType, "fundingType", errors);
			}
		}

		private static void chosen(@Nullable String value, String field, Errors errors) {
			if (value == null) {
				errors.rejectValue(field, "reorganisation.draft.error.choose");
			}
		}

		/** The step with these facts. To be called on a form without errors. */
		Step step(Step old, @Nullable UnitFacts base) {
			List<NewUnit> rows = this.units.stream().filter((row) -> !row.blank()).toList();
			List<Target> targets = new ArrayList<>();
			Target model = old.targets().getFirst();
			for (int i = 0; i < (several(old.kind()) ? rows.size() : 1); i++) {
				Target known = (i < old.targets().size()) ? old.targets().get(i)
						: new Target(UnitId.next(), true, model.parent(), null);
				targets.add(new Target(known.unit(), known.founded(), known.parent(), facts(rows.get(i), old, base)));
			}
			Set<UnitId> to = new LinkedHashSet<>(targets.stream().map(Target::unit).toList());
			return new Step(old.kind(), old.sources(), targets,
					old.assignments().stream().filter((one) -> to.contains(one.to())).toList());
		}

		private UnitFacts facts(NewUnit row, Step old, @Nullable UnitFacts base) {
			String name = Objects.requireNonNull(row.name());
			if (whole(old.kind()) || base == null) {
				return new UnitFacts(Objects.requireNonNull(row.code()), name, Objects.requireNonNull(this.kind),
						Objects.requireNonNull(this.hostKind), Objects.requireNonNull(this.fundingType), this.hostName,
						this.block, (base == null || !old.kind().alters()) ? null : base.outerSuperior());
			}
			boolean renamed = old.kind() == Kind.RENAME;
			return new UnitFacts(renamed ? base.code() : Objects.requireNonNull(row.code()), name, base.kind(),
					base.hostKind(), base.fundingType(), renamed ? base.hostName() : null, base.block(),
					renamed ? base.outerSuperior() : null);
		}

	}

	/** The paper and its day. */
	static final class Paper extends DecisionForm {

		private @Nullable String version;

		private @Nullable MultipartFile file;

		static Paper of(Reorganisation draft) {
			Paper paper = new Paper();
			paper.setDecisionNumber(draft.decision().number());
			paper.setDecisionSignedOn(draft.decision().signedOn());
			paper.setDecisionSigner(draft.decision().signer());
			paper.setEffectiveOn(draft.effectiveOn());
			return paper;
		}

		/** A reorganisation needs the whole paper but its signer. */
		void check(Errors errors) {
			require(errors, getDecisionNumber(), "decisionNumber", "reorganisation.error.number");
			require(errors, getDecisionSignedOn(), "decisionSignedOn", "reorganisation.error.signedOn");
			require(errors, getEffectiveOn(), "effectiveOn", "reorganisation.error.effectiveOn");
			String name = fileName();
			if (!name.isEmpty() && !name.toLowerCase(Locale.ROOT).matches(".{1,200}\\.(pdf|jpg|jpeg|png|docx)")) {
				errors.rejectValue("file", "reorganisation.draft.error.file");
			}
		}

		/**
		 * What the sender calls the file, without folders; the empty text without one.
		 */
		String fileName() {
			String sent = (this.file == null) ? null : this.file.getOriginalFilename();
			return (sent == null) ? "" : VietnameseText.normalize(sent.replaceAll(".*[/\\\\]", ""));
		}

		public @Nullable String getVersion() {
			return this.version;
		}

		public void setVersion(@Nullable String version) {
			this.version = version;
		}

		public @Nullable MultipartFile getFile() {
			return this.file;
		}

		public void setFile(@Nullable MultipartFile file) {
			this.file = file;
		}

	}

}
