package unionbook.intake;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import unionbook.shared.AuditedEvent;
import unionbook.shared.UnitId;

/**
 * Something done to an import.
 *
 * @param action what was done
 * @param subject the run
 * @param unit its unit
 * @param effectiveOn the first day it holds, or null
 * @param reason the decision, or the name of the file
 * @param changes its figures
 */
record ImportAudited(String action, UUID subject, UnitId unit, @Nullable LocalDate effectiveOn, String reason,
		Map<String, Change> changes) implements AuditedEvent {

	static ImportAudited of(String action, ImportRun run, Map<RowVerdict, Integer> counts) {
		Map<String, Change> figures = new LinkedHashMap<>();
		figures.put("file", new Change(null, run.fileName()));
		counts.forEach((verdict, rows) -> figures.put("rows." + verdict, new Change(null, rows.toString())));
		ImportRun.Confirmed confirmed = run.confirmed();
		String number = (confirmed == null) ? null : confirmed.decision().number();
		return new ImportAudited(action, run.id(), run.unit(), (confirmed == null) ? null : confirmed.day(),
				(number == null) ? run.fileName() : number, figures);
	}

	@Override
	public String subjectKind() {
		return "import";
	}

}
