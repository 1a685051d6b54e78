package unionbook.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import unionbook.document.SheetFile;
import unionbook.member.CheckedRow;
import unionbook.member.IntakeStaging;
import unionbook.member.MemberIntake;
import unionbook.platform.DayClock;
import unionbook.platform.Right;
import unionbook.platform.UnitScope;

/** Reads the file of a run and compares it with the book. */
@Component
class ImportChecking {

	private static final int TOLD_EVERY = 2000;

	/** Law 91/2025/QH15: who may not see them may not write them either. */
	private static final Set<String> SENSITIVE = Set.of("ethnicity", "religion", "partyStatus", "partyJoinedOn");

	private final ImportRuns runs;

	private final ImportFiles files;

	private final ImportProgress progress;

	private final MemberIntake intake;

	private final UnitTargets targets;

	private final ImportLabels labels;

	private final UnitScope scope;

	private final DayClock clock;

	private final JsonMapper json;

	ImportChecking(ImportRuns runs, ImportFiles files, ImportProgress progress, MemberIntake intake,
			UnitTargets targets, ImportLabels labels, UnitScope scope, DayClock clock, JsonMapper json) {
		this.runs = runs;
		this.files = files;
		this.progress = progress;
		this.intake = intake;
		this.targets = targets;
		this.labels = labels;
		this.scope = scope;
		this.clock = clock;
		this.json = json;
	}

	/** The work of a run that is marked as being checked. */
	void check(UUID id) {
		ImportRun run = this.runs.find(id);
		ImportFiles.open(this.files.content(id), run.fileName(), (file) -> {
			this.progress.within(() -> compare(run, file));
			return id;
		});
	}

	private void compare(ImportRun run, SheetFile file) {
		this.intake.compare(run.id(), run.unit(), (staging) -> {
			Rows rows = new Rows(run, staging);
			DraftReader.read(file, run.recognised(), this.labels.codes(), this.clock.today(), rows::take);
			this.progress.at(run.id(), ImportStep.COMPARING, rows.taken);
		});
		this.runs.keep(run.id(), this.runs.counted(run.id()));
		this.runs.move(run.id(), ImportStatus.CHECKED, null, List.of(), ImportStatus.CHECKING);
	}

	/** Takes the drafts of one file, one after the other. */
	private final class Rows {

		private final ImportRun run;

		private final IntakeStaging staging;

		private final UnitTargets.Names units;

		private final boolean sensitive;

		private final Map<String, Integer> columns = new HashMap<>();

		private int unitColumn = -1;

		private int taken;

		private Rows(ImportRun run, IntakeStaging staging) {
			this.run = run;
			this.staging = staging;
			this.units = ImportChecking.this.targets.below(run.unit(), ImportChecking.this.clock.today());
			this.sensitive = ImportChecking.this.scope.may(Right.READ_SENSITIVE, run.unit());
			for (ColumnChoice choice : run.recognised().columns()) {
				if (choice.field() == Field.UNIT) {
					this.unitColumn = choice.column();
				}
				else if (choice.field() != null) {
					this.columns.putIfAbsent(formName(choice.field()), choice.column());
				}
			}
		}

		private void take(Draft draft) {
			if (draft.kind() == Draft.Kind.IGNORED) {
				this.staging.outside(draft.row(), RowVerdict.IGNORED.name(), draft.values().get("fullName"),
						written(draft.problems()));
			}
			else {
				person(draft);
			}
			if (++this.taken % TOLD_EVERY == 0) {
				ImportChecking.this.progress.at(this.run.id(), ImportStep.READING, this.taken);
			}
		}

		private void person(Draft draft) {
			Map<String, String> values = new HashMap<>(draft.values());
			if (!this.sensitive) {
				values.keySet().removeAll(SENSITIVE);
			}
			List<Problem> problems = new ArrayList<>(draft.problems());
			boolean refused = draft.hasErrors();
			CheckedRow checked = ImportChecking.this.intake.check(values);
			Set<Integer> told = new HashSet<>();
			problems.stream()
				.filter((problem) -> problem.level() == Problem.Level.ERROR)
				.forEach((problem) -> told.add(problem.column()));
			for (CheckedRow.Fault fault : checked.faults()) {
				int column = this.columns.getOrDefault(fault.field(), -1);
				if (column < 0 || told.add(column)) {
					problems.add(new Problem(Problem.Level.ERROR, draft.row(), column, fault.key(), fault.arguments()));
				}
				refused = true;
			}
			UUID target = this.run.unit().value();
			String unitName = draft.unitName();
			if (unitName != null) {
				Set<UUID> found = this.units.find(unitName);
				if (found.size() == 1) {
					target = found.iterator().next();
				}
				else {
					problems.add(Problem.error(draft.row(), this.unitColumn,
							found.isEmpty() ? "imports.problem.unit" : "imports.problem.unitTwice", unitName));
					refused = true;
				}
			}
			if (refused) {
				String name = values.getOrDefault("fullName", "");
				this.staging.outside(draft.row(), RowVerdict.ERROR.name(),
						name.substring(0, Math.min(name.length(), 100)), written(problems));
			}
			else {
				this.staging.person(draft.row(), target, checked, written(problems));
			}
		}

		private String written(List<Problem> problems) {
			return problems.isEmpty() ? "[]" : ImportChecking.this.json.writeValueAsString(problems);
		}

		private static String formName(Field field) {
			return switch (field) {
				case FAMILY_NAME, GIVEN_NAME -> "fullName";
				case BIRTH_MALE, BIRTH_FEMALE -> "birth";
				default -> String.valueOf(field.formName());
			};
		}

	}

}
