package unionbook.demo;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The posts a unit has to fill, by its kind and size. */
final class Establishment {

	/**
	 * A leading post of the host body.
	 *
	 * @param position code of the position
	 * @param department the department led, or null for the whole body
	 * @param rank 0 head, 1 deputy, 2 head of a department, 3 deputy there
	 * @param holders how many people hold it
	 * @param age youngest age for it
	 */
	record Post(String position, @Nullable String department, int rank, int holders, int age) {
	}

	/**
	 * A position in the union.
	 *
	 * @param code its code
	 * @param holders how many people hold it
	 */
	record UnionPost(String code, int holders) {
	}

	private Establishment() {
	}

	/** The departments of a unit, none in a small one. */
	static List<String> departments(Facts facts, DemoUnit unit) {
		String mix = "department." + unit.hostKind();
		if (unit.members() < 40 || !facts.knows(mix)) {
			return List.of();
		}
		List<String> all = facts.mix(mix).values();
		return all.subList(0, Math.clamp(unit.members() / 14, 3, all.size()));
	}

	/** The leading posts of a unit, the highest first. */
	static List<Post> posts(Facts facts, DemoUnit unit) {
		int size = unit.members();
		List<Post> posts = new ArrayList<>();
		posts.add(new Post(unit.head(), null, 0, 1, 43));
		posts.add(new Post(unit.deputy(), null, 1, (size < 20) ? 1 : (size < 35) ? 2 : (size < 90) ? 3 : 4, 38));
		String kind = unit.hostKind().equals("TRUONG") ? "KHOA" : "PHONG";
		for (String department : departments(facts, unit)) {
			posts.add(new Post("TRUONG_" + kind, department, 2, 1, 36));
			posts.add(new Post("PHO_TRUONG_" + kind, department, 3, 1, 32));
		}
		return posts;
	}

	/** The positions in the union of a unit, the highest first. */
	static List<UnionPost> unionPosts(DemoUnit unit) {
		int size = unit.members();
		List<UnionPost> posts = new ArrayList<>();
		posts.add(new UnionPost("CHU_TICH", 1));
		posts.add(new UnionPost("PHO_CHU_TICH", (size < 100) ? 1 : 2));
		posts.add(new UnionPost("UV_BCH", (size < 20) ? 1 : (size < 40) ? 2 : (size < 80) ? 4 : 6));
		if (size > 30) {
			posts.add(new UnionPost("CN_UBKT", 1));
			posts.add(new UnionPost("UV_UBKT", 2));
		}
		if (unit.women() >= 10) {
			posts.add(new UnionPost("TRUONG_BAN_NU_CONG", 1));
		}
		return posts;
	}

}
