package unionbook.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import unionbook.demo.Establishment.Post;
import unionbook.demo.Establishment.UnionPost;
import unionbook.shared.Gender;

/** Fills the leading posts and the union's positions, and finds successors when somebody goes. */
final class Staffing {

	/** Positions nobody rises from. */
	private static final Set<String> OUTSIDE_LADDER = Set.of("LAI_XE", "VAN_THU", "KE_TOAN_VIEN");

	private final Facts facts;

	private final Dice dice;

	private final Agenda agenda;

	private final List<Career> careers;

	private final Map<String, List<Post>> posts = new HashMap<>();

	Staffing(Facts facts, Dice dice, Agenda agenda, List<Career> careers) {
		this.facts = facts;
		this.dice = dice;
		this.agenda = agenda;
		this.careers = careers;
	}

	/** Fills all posts of a unit on the day its roster is opened. */
	void open(DemoUnit unit, LocalDate day) {
		for (Post post : posts(unit)) {
			for (int place = 0; place < post.holders(); place++) {
				fill(unit, post, day);
			}
		}
		for (Career career : this.careers) {
			if (career.in(unit) && leads(career.standing())) {
				String level = this.facts.mix("education.leader").draw(this.dice);
				career.change(day, (standing) -> standing.educated(level));
			}
		}
		for (UnionPost post : Establishment.unionPosts(unit)) {
			for (int place = 0; place < post.holders(); place++) {
				fill(unit, post, day);
			}
		}
	}

	/**
	 * Plans the succession to what somebody held: head and chair at once, the others with the next month.
	 * @param left what the person was
	 * @param day the first day without the person
	 */
	void succeed(Standing left, LocalDate day) {
		DemoUnit unit = left.unit();
		LocalDate later = day.withDayOfMonth(1).plusMonths(1);
		for (Post post : posts(unit)) {
			if (holds(left, post)) {
				this.agenda.plan((post.rank() == 0) ? day : later, (due) -> fill(unit, post, due));
			}
		}
		for (UnionPost post : Establishment.unionPosts(unit)) {
			if (post.code().equals(left.unionPosition())) {
				this.agenda.plan(post.code().equals("CHU_TICH") ? day : later, (due) -> fill(unit, post, due));
			}
		}
	}

	private List<Post> posts(DemoUnit unit) {
		return this.posts.computeIfAbsent(unit.code(), (code) -> Establishment.posts(this.facts, unit));
	}

	boolean leads(Standing standing) {
		return posts(standing.unit()).stream().anyMatch((post) -> holds(standing, post));
	}

	private static boolean holds(Standing standing, Post post) {
		return standing.position().equals(post.position())
				&& (post.department() == null || post.department().equals(standing.department()));
	}

	private int rank(Standing standing) {
		return posts(standing.unit())
			.stream()
			.filter((post) -> holds(standing, post))
			.mapToInt(Post::rank)
			.findFirst()
			.orElse(4);
	}

	private void fill(DemoUnit unit, Post post, LocalDate day) {
		List<Career> here = this.careers.stream().filter((career) -> career.in(unit)).toList();
		if (here.stream().filter((career) -> holds(career.standing(), post)).count() >= post.holders()) {
			return;
		}
		Predicate<Career> eligible = (career) -> rank(career.standing()) > post.rank() && stays(career, day)
				&& !OUTSIDE_LADDER.contains(career.standing().position());
		Predicate<Career> ready = (career) -> career.person().age(day) >= post.age()
				&& career.standing().party().equals("OFFICIAL");
		Predicate<Career> colleague = (career) -> post.department() == null
				|| post.department().equals(career.standing().department());
		Predicate<Career> next = (career) -> rank(career.standing()) == post.rank() + 1;
		Career chosen = choose(here, List.of(eligible.and(ready).and(colleague).and(next),
				eligible.and(ready).and(colleague), eligible.and(ready), eligible));
		if (chosen != null) {
			Standing left = chosen.standing();
			chosen.change(day, (standing) -> standing.inPost(post.position(), post.department()));
			if (post.rank() < 2) {
				chosen.study(this.facts.mix("political_theory.leader").draw(this.dice));
			}
			succeed(left.inUnionPost(null), day);
		}
	}

	private void fill(DemoUnit unit, UnionPost post, LocalDate day) {
		List<Career> here = this.careers.stream().filter((career) -> career.in(unit)).toList();
		if (here.stream().filter((career) -> career.holds(post.code())).count() >= post.holders()) {
			return;
		}
		boolean chair = post.code().equals("CHU_TICH");
		Predicate<Career> eligible = (career) -> stays(career, day) && rank(career.standing()) > 0
				&& (!chair || career.standing().party().equals("OFFICIAL"))
				&& (!post.code().equals("TRUONG_BAN_NU_CONG") || career.person().gender() == Gender.FEMALE);
		Predicate<Career> free = eligible.and((career) -> career.holds(null));
		Predicate<Career> first = chair ? eligible.and((career) -> career.holds("PHO_CHU_TICH"))
				: free.and((career) -> career.person().age(day) >= 27 && career.person().age(day) < 50);
		Predicate<Career> second = chair ? free.and((career) -> rank(career.standing()) < 3) : free;
		Career chosen = choose(here, List.of(first, second, free));
		if (chosen != null) {
			Standing left = chosen.standing();
			chosen.change(day, (standing) -> standing.inUnionPost(post.code()));
			if (left.unionPosition() != null) {
				succeed(new Standing(left.unit(), null, "", left.unionPosition(), "", ""), day);
			}
		}
	}

	private @Nullable Career choose(List<Career> here, List<Predicate<Career>> wishes) {
		for (Predicate<Career> wish : wishes) {
			List<Career> candidates = here.stream().filter(wish).toList();
			if (!candidates.isEmpty()) {
				return this.dice.pick(candidates);
			}
		}
		return null;
	}

	private static boolean stays(Career career, LocalDate day) {
		return career.retiresOn().isAfter(day.plusMonths(15));
	}

}
