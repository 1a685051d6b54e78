package unionbook.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import unionbook.member.MemberBatch;
import unionbook.platform.DayClock;
import unionbook.unit.UnitRow;
import unionbook.unit.Units;

/** Puts together what the page of an import shows. */
@Service
@Transactional(readOnly = true)
class ImportRunPages {

	private static final Set<ImportStatus> WITH_ROWS = Set.of(ImportStatus.CHECKED, ImportStatus.COMMITTED);

	private final ImportPreview preview;

	private final ImportFiles files;

	private final MemberBatch batch;

	private final Units units;

	private final DayClock clock;

	ImportRunPages(ImportPreview preview, ImportFiles files, MemberBatch batch, Units units, DayClock clock) {
		this.preview = preview;
		this.files = files;
		this.batch = batch;
		this.units = units;
		this.clock = clock;
	}

	ImportRunPage of(ImportRun run, @Nullable RowVerdict verdict, int place, boolean backward, Locale locale) {
		boolean kept = this.files.kept(run.id());
		PreviewPage rows = (kept && WITH_ROWS.contains(run.status()))
				? this.preview.page(run.id(), verdict, place, backward, locale) : null;
		List<MemberBatch.Touched> touched = (kept && run.status() == ImportStatus.COMMITTED)
				? this.batch.touched(run.id()) : List.of();
		List<ImportRunPage.Tab> tabs = new ArrayList<>();
		tabs.add(new ImportRunPage.Tab(null, run.rows(), PreviewPage.href(run.id(), null), verdict == null));
		for (RowVerdict each : RowVerdict.values()) {
			tabs.add(new ImportRunPage.Tab(each, run.count(each), PreviewPage.href(run.id(), each), verdict == each));
		}
		String message = (run.message() == null) ? null
				: this.preview.sentence(run.message(), run.messageArguments(), locale);
		return new ImportRunPage(run, unit(run), kept, message, tabs, rows, touched, notes(run, locale),
				fields(run.recognised()));
	}

	UnitRow unit(ImportRun run) {
		return this.units.find(run.unit(), this.clock.today());
	}

	List<String> kinds(ImportRun run) {
		return this.batch.kinds(run.unit());
	}

	private List<String> notes(ImportRun run, Locale locale) {
		return run.recognised()
			.notes()
			.stream()
			.map((note) -> this.preview.sentence(note.key(), note.args(), locale))
			.toList();
	}

	private static List<ImportRunPage.Choice> fields(Recognised recognised) {
		List<ImportRunPage.Choice> choices = new ArrayList<>();
		for (Field field : Field.values()) {
			choices.add(new ImportRunPage.Choice(field.name(), ImportDownloads.label(field)));
		}
		return choices;
	}

}
