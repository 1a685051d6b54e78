package unionbook.emulation;

import java.util.List;
import java.util.function.BiFunction;

/**
 * A numbered part of a pledge. A part is known by its place: a new wording is written
 * into the part that stands there, so the numbers never collide on the way.
 *
 * @param <T> what it says
 */
interface Part<T> {

	void say(T text);

	T text();

	/**
	 * Makes parts say something new.
	 * @param parts the parts in their order
	 * @param texts what they shall say, in order
	 * @param another makes the part for a place that is new, counted from 1
	 */
	static <T, P extends Part<T>> void rewrite(List<P> parts, List<T> texts, BiFunction<Integer, T, P> another) {
		while (parts.size() > texts.size()) {
			parts.removeLast();
		}
		for (int i = 0; i < texts.size(); i++) {
			if (i < parts.size()) {
				parts.get(i).say(texts.get(i));
			}
			else {
				parts.add(another.apply(i + 1, texts.get(i)));
			}
		}
	}

}
