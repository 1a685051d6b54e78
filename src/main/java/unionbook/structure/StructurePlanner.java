package unionbook.structure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;
import unionbook.platform.Codes;
import unionbook.platform.Formats;
import unionbook.shared.VietnameseText;
import unionbook.structure.StructureLine.Verdict;
import unionbook.unit.UnitFacts;
import unionbook.unit.UnitLoading;
import unionbook.unit.UnitRow;
import unionbook.unit.Units;

/** Compares the rows of a sheet with the tree of a day and says what each would do. */
@Component
class StructurePlanner {

	private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._/-]{0,19}");

	private final Units units;

	private final UnitLoading loading;

	private final Codes codes;

	private final MessageSource messages;

	private final Formats formats;

	StructurePlanner(Units units, UnitLoading loading, Codes codes, MessageSource messages, Formats formats) {
		this.units = units;
		this.loading = loading;
		this.codes = codes;
		this.messages = messages;
		this.formats = formats;
	}

	StructurePlan plan(UnitRow root, LocalDate day, List<StructureLine> lines) {
		Map<String, UnitRow> tree = new HashMap<>();
		this.units.below(root.id(), day).forEach((unit) -> tree.put(unit.code(), unit));
		Judge judge = new Judge(root, day, tree, this.loading.taken(root, day), this.loading.kinds(), words());
		lines.forEach(judge::judge);
		judge.places(lines);
		Set<String> named = new HashSet<>();
		lines.forEach((line) -> named.add(upper(line.getCode())));
		return new StructurePlan(lines, tree.keySet().stream().filter((code) -> !named.contains(code)).count());
	}

	/** The codes of the lists by every word that stands for them. */
	private Map<StructureColumn, Map<String, String>> words() {
		Map<StructureColumn, Map<String, String>> words = new HashMap<>();
		for (StructureColumn column : StructureColumn.values()) {
			Map<String, String> of = words.computeIfAbsent(column, (any) -> new HashMap<>());
			for (String code : column.list().isEmpty() ? List.<String>of() : this.codes.list(column.list())) {
				of.put(VietnameseText.fold(code), code);
				StructureSheet.LANGUAGES.forEach((language) -> of.put(
						VietnameseText
							.fold(this.messages.getMessage("codes." + column.list() + "." + code, null, language)),
						code));
			}
		}
		return words;
	}

	static String upper(String code) {
		return code.toUpperCase(Locale.ROOT);
	}

	private static MessageSourceResolvable say(String key, Object... arguments) {
		return new DefaultMessageSourceResolvable(new String[] { key }, arguments);
	}

	/** One sheet against one tree. */
	private final class Judge {

		private final UnitRow root;

		private final LocalDate day;

		private final Map<String, UnitRow> tree;

		private final Map<String, UnitRow> taken;

		private final Map<String, Set<String>> kinds;

		private final Map<StructureColumn, Map<String, String>> words;

		private final Map<String, StructureLine> byCode = new HashMap<>();

		private Judge(UnitRow root, LocalDate day, Map<String, UnitRow> tree, Map<String, UnitRow> taken,
				Map<String, Set<String>> kinds, Map<StructureColumn, Map<String, String>> words) {
			this.root = root;
			this.day = day;
			this.tree = tree;
			this.taken = taken;
			this.kinds = kinds;
			this.words = words;
		}

		/** What a row says by itself. */
		void judge(StructureLine line) {
			String code = upper(line.getCode());
			if (!CODE.matcher(code).matches()) {
				line.refuse(say("structure.error.code"));
				return;
			}
			StructureLine twin = this.byCode.putIfAbsent(code, line);
			if (twin != null) {
				line.refuse(say("structure.error.twice", twin.getNumber()));
				return;
			}
			UnitRow now = this.tree.get(code);
			String name = line.getName();
			if (name == null || name.length() < 3 || name.length() > 200) {
				line.refuse(say("structure.error.name"));
			}
			String kind = code(line, StructureColumn.KIND, (now == null) ? null : now.kind());
			String host = code(line, StructureColumn.HOST_KIND, (now == null) ? "KHAC" : now.hostKind());
			String funding = code(line, StructureColumn.FUNDING, (now == null) ? "ADMIN" : now.fundingType());
			if (line.getVerdict() == Verdict.ERROR) {
				return;
			}
			UnitFacts facts = new UnitFacts(code, Objects.requireNonNull(name), kind, host, funding,
					kept(line, StructureColumn.HOST_NAME, (now == null) ? null : now.hostName()),
					kept(line, StructureColumn.BLOCK, (now == null) ? null : now.block()),
					(now == null) ? null : now.outerSuperior());
			if (now == null) {
				found(line, code, facts);
			}
			else if (!now.kind().equals(kind)) {
				line.refuse(say("structure.error.kindChanged"));
			}
			else {
				meet(line, now, facts);
			}
		}

		private void found(StructureLine line, String code, UnitFacts facts) {
			UnitRow later = this.taken.get(code);
			if (later != null) {
				line.refuse(say("structure.error.taken", later.name(),
						StructurePlanner.this.formats.day(later.period().from())));
				return;
			}
			line.found(facts);
		}

		private void meet(StructureLine line, UnitRow now, UnitFacts facts) {
			List<MessageSourceResolvable> differences = new ArrayList<>();
			difference(differences, StructureColumn.NAME, now.name(), facts.name());
			difference(differences, StructureColumn.HOST_KIND, now.hostKind(), facts.hostKind());
			difference(differences, StructureColumn.HOST_NAME, now.hostName(), facts.hostName());
			difference(differences, StructureColumn.FUNDING, now.fundingType(), facts.fundingType());
			difference(differences, StructureColumn.BLOCK, now.block(), facts.block());
			if (!differences.isEmpty() && (now.period().to() != null || !this.day.isAfter(now.period().from()))) {
				line.refuse(say("structure.error.day", StructurePlanner.this.formats.day(now.period().from())));
				return;
			}
			line.meet(now, facts, differences);
		}

		/**
		 * Where the rows stand: asked when all are known, for a parent may come later.
		 */
		void places(List<StructureLine> lines) {
			for (StructureLine line : lines) {
				if (line.getVerdict() != Verdict.ERROR) {
					place(line);
				}
			}
			// who stands under a row that is refused cannot stand anywhere
			boolean found = true;
			while (found) {
				found = false;
				for (StructureLine line : lines) {
					StructureLine above = this.byCode.get(upper(parent(line)));
					if (line.getVerdict() == Verdict.NEW && above != null && above.getVerdict() == Verdict.ERROR) {
						line.refuse(say("structure.error.parentRefused", parent(line)));
						found = true;
					}
				}
			}
		}

		private void place(StructureLine line) {
			UnitRow existing = line.getExisting();
			String parent = upper(parent(line));
			if (existing != null) {
				boolean top = existing.id().equals(this.root.id());
				UnitRow above = top ? null : this.tree.get(parent);
				if (!top && (above == null || !above.id().equals(existing.parent()))) {
					line.refuse(say("structure.error.moved"));
				}
				return;
			}
			UnitRow above = this.tree.get(parent);
			StructureLine row = this.byCode.get(parent);
			UnitFacts planned = (row == null) ? null : row.facts();
			String kind = (above != null) ? above.kind() : (planned == null) ? null : planned.kind();
			if (above != null && above.period().to() != null) {
				line.refuse(say("structure.error.parentEnds", above.name()));
			}
			else if (kind == null && row == null) {
				line.refuse(say("structure.error.parent", parent(line)));
			}
			else if (kind != null
					&& !this.kinds.getOrDefault(kind, Set.of()).contains(Objects.requireNonNull(line.facts()).kind())) {
				line.refuse(say("structure.error.kind", word("unit_kind", Objects.requireNonNull(line.facts()).kind()),
						word("unit_kind", kind)));
			}
			else if (above == null && circle(line)) {
				line.refuse(say("structure.error.circle"));
			}
		}

		private boolean circle(StructureLine line) {
			Set<String> seen = new HashSet<>();
			StructureLine at = line;
			while (at != null && !this.tree.containsKey(upper(at.getCode()))) {
				if (!seen.add(upper(at.getCode()))) {
					return true;
				}
				at = this.byCode.get(upper(parent(at)));
			}
			return false;
		}

		/**
		 * Without a parent a row stands directly under the unit the sheet is loaded for.
		 */
		private String parent(StructureLine line) {
			String parent = line.getParent();
			return (parent == null) ? this.root.code() : parent;
		}

		private String code(StructureLine line, StructureColumn column, @Nullable String otherwise) {
			String text = line.value(column);
			String code = (text == null) ? otherwise
					: this.words.getOrDefault(column, Map.of()).get(VietnameseText.fold(text));
			if (code == null) {
				line.refuse(say("structure.error.word", new DefaultMessageSourceResolvable(column.key()),
						(text == null) ? "" : text));
				return "";
			}
			return code;
		}

		private @Nullable String kept(StructureLine line, StructureColumn column, @Nullable String now) {
			String text = line.value(column);
			return (text == null) ? now : text;
		}

		private void difference(List<MessageSourceResolvable> differences, StructureColumn column,
				@Nullable String before, @Nullable String after) {
			if (!Objects.equals(before, after)) {
				differences.add(say("structure.difference", new DefaultMessageSourceResolvable(column.key()),
						word(column.list(), before), word(column.list(), after)));
			}
		}

		private static Object word(String list, @Nullable String value) {
			return (value == null) ? "–" : list.isEmpty() ? value
					: new DefaultMessageSourceResolvable(new String[] { "codes." + list + "." + value }, value);
		}

	}

}
