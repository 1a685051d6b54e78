package unionbook.platform;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import unionbook.shared.MemberId;
import unionbook.shared.Share;

/**
 * Tells how many people units have on a day and who chairs them; the units' pages ask,
 * the statistics answer.
 */
public interface UnitFigures {

	/**
	 * The figures of some units.
	 * @param units their ids, inside the reach of the actor
	 * @param day the day
	 * @return a figure for each unit that has people, each unit counted alone without
	 * what is below it
	 */
	Map<UUID, Figure> on(UUID[] units, LocalDate day);

	/**
	 * The people of one unit.
	 *
	 * @param women how many are women, of how many members
	 * @param chair the member who chairs it, or null
	 * @param chairName the chair's name, or null
	 */
	record Figure(Share women, @Nullable MemberId chair, @Nullable String chairName) {
	}

}
