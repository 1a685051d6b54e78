package unionbook.statistics;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import unionbook.platform.Formats;
import unionbook.shared.Share;

/** Prints the lines of the gender ratio. */
@Component
class GenderLines {

	private static final List<String> COMMITTEE = List.of("CHU_TICH", "PHO_CHU_TICH", "UV_BTV", "UV_BCH");

	private final Formats formats;

	private final GenderLabels labels;

	GenderLines(Formats formats, GenderLabels labels) {
		this.formats = formats;
		this.labels = labels;
	}

	GenderLine of(GenderRow row, GenderQuery query, int decimals) {
		Share now = row.now();
		boolean open = row.shown().open();
		Share then = row.then();
		return new GenderLine((query.by() == Dimension.UNIT) ? row.code() : "", row.label(), row.drill(),
				figure(now.whole(), row.shown().members(), row.roster()),
				figure(now.part(), row.shown().women(), GenderRow.women(row.roster())),
				figure(now.rest(), row.shown().men(), GenderRow.men(row.roster())),
				open ? this.formats.percent(now, decimals) : Formats.NONE, open ? ratio(now) : "",
				(open && now.whole() > 0) ? now.percent(2) + "%" : null,
				(then == null) ? null : figure(then.whole(), SmallCells.Shown.EXACT, row.rosterThen()),
				(then == null) ? null : figure(then.part(), SmallCells.Shown.EXACT, GenderRow.women(row.rosterThen())),
				(then == null) ? "" : this.formats.percent(then, decimals),
				(then == null) ? "" : this.formats.signed(now.whole() - then.whole()),
				(then == null) ? "" : this.formats.signed(now.part() - then.part()),
				(then == null) ? "" : this.formats.points(row.points(decimals)));
	}

	/**
	 * The holders of the positions of an executive committee: chair, vice chairs,
	 * standing members, members.
	 */
	List<GenderLine> officers(GenderReport report) {
		GenderQuery query = report.query();
		List<GenderLine> lines = new ArrayList<>();
		List<Share> all = new ArrayList<>();
		for (String position : COMMITTEE) {
			Share share = report.officers().get(position);
			if (share != null) {
				all.add(share);
				String roster = query.roster(query.unit()).with("unionPosition", position).toString();
				lines.add(of(row(position, "codes.union_position." + position, share, roster), query, 1));
			}
		}
		if (lines.size() > 1) {
			lines.add(of(row("", "statistics.officers.all", Headcounts.sum(all), null), query, 1));
		}
		return lines;
	}

	private GenderRow row(String code, String key, Share share, @Nullable String roster) {
		return new GenderRow(0, code, this.labels.text(key), null, share, null, roster, null, SmallCells.Row.OPEN);
	}

	/** What the sum below the lines is called. */
	String sum() {
		return this.labels.text("statistics.total");
	}

	/** n/N. */
	String ratio(Share share) {
		return this.formats.number(share.part()) + "/" + this.formats.number(share.whole());
	}

	private GenderLine.Figure figure(long people, SmallCells.Shown shown, @Nullable String href) {
		return switch (shown) {
			case EXACT -> new GenderLine.Figure(this.formats.number(people), href);
			case FEW -> new GenderLine.Figure(this.labels.text("statistics.few"), null);
			case HIDDEN -> new GenderLine.Figure(this.labels.text("statistics.hidden"), null);
		};
	}

}
