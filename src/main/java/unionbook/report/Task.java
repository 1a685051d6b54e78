package unionbook.report;

import java.util.Arrays;
import java.util.Locale;

/** What needs doing, found in the data; each with the list of what it is about. */
enum Task {

	/** Grassroots unions nobody chairs. */
	NO_CHAIR,
	/** Members who have reached the age of retirement and are still on the roster. */
	PAST_RETIREMENT,
	/** Members who reach the age of retirement within twelve months. */
	RETIRING,
	/** Members without an identity number. */
	NO_IDENTITY,
	/** Members whose birth is known by month or year only. */
	VAGUE_BIRTH;

	/** The task by its name in addresses. */
	static Task of(String path) {
		return Arrays.stream(values())
			.filter((task) -> task.path().equals(path))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("no such task"));
	}

	/** The name in addresses. */
	public String path() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
