package unionbook.reorganisation;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import unionbook.reorganisation.Plan.Step;
import unionbook.reorganisation.Plan.Target;
import unionbook.reorganisation.ReorganisationExamples.Ministry;
import unionbook.shared.UnitId;

import static unionbook.reorganisation.ReorganisationExamples.DAY;
import static unionbook.reorganisation.ReorganisationExamples.DECISION;
import static unionbook.reorganisation.ReorganisationExamples.LOADED;
import static unionbook.reorganisation.ReorganisationExamples.as;
import static unionbook.reorganisation.ReorganisationExamples.does;

/**
 * How long it takes to merge two units of 500 members into a new one, and to take it
 * back.
 */
@Tag("bench")
@ReorganisationTest
class MergeBench {

	private static final Logger LOG = LoggerFactory.getLogger(MergeBench.class);

	@Autowired
	private ReorganisationExamples examples;

	@Autowired
	private Reorganisations reorganisations;

	@Test
	void mergesTwoUnitsOfFiveHundred() {
		for (int round = 0; round < 5; round++) {
			Ministry ministry = this.examples.ministry("BO");
			this.examples.book.enter(ministry.a(), 490, LOADED, "Phòng Tổng hợp");
			this.examples.book.enter(ministry.b(), 494, LOADED, "Phòng Tổng hợp");
			UUID id = this.examples.draft(ministry.admin(), ministry.top(), DAY,
					Step.of(Kind.CONSOLIDATE, List.of(ministry.a(), ministry.b()),
							Target.founded(UnitId.next(), ministry.top(), ReorganisationExamples.facts("N"))));
			long start = System.nanoTime();
			String seen = as(ministry.admin(), () -> this.reorganisations.preview(id)).seen();
			long previewed = System.nanoTime();
			does(ministry.admin(), () -> this.reorganisations.execute(id, 1, seen, String.valueOf(DECISION.number())));
			long executed = System.nanoTime();
			does(ministry.admin(), () -> this.reorganisations.undo(id, 2));
			LOG.info("Two units of 500: table {} ms, merge {} ms, undo {} ms", (previewed - start) / 1_000_000,
					(executed - previewed) / 1_000_000, (System.nanoTime() - executed) / 1_000_000);
		}
	}

}
