package unionbook.unit;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import unionbook.platform.Actor;
import unionbook.platform.CurrentActor;
import unionbook.platform.Grant;
import unionbook.platform.Role;
import unionbook.platform.UnitFigures;
import unionbook.platform.UnitFigures.Figure;
import unionbook.shared.Decision;
import unionbook.shared.Share;
import unionbook.shared.UnitId;

/** Units and actors for the tests; each test founds its own ministry union. */
@TestConfiguration(proxyBeanMethods = false)
class UnitExamples {

	static final LocalDate START = LocalDate.of(1990, 1, 1);

	static final Decision DECISION = new Decision("12/QĐ-CĐB", LocalDate.of(2020, 5, 20), "Nguyễn Thị Lan");

	@Bean
	@Primary
	Figures testFigures() {
		return new Figures();
	}

	@Bean
	Tree tree(UnitFounding founding, Restructuring restructuring, UnitRegister register,
			PlatformTransactionManager transactions) {
		return new Tree(founding, restructuring, register, new TransactionTemplate(transactions));
	}

	static Actor admin(UnitId unit) {
		return actor(Role.MINISTRY_ADMIN, unit, true);
	}

	static Actor officer(UnitId unit) {
		return actor(Role.UNIT_OFFICER, unit, true);
	}

	static Actor viewer(UnitId unit) {
		return actor(Role.VIEWER, unit, true);
	}

	static Actor operator() {
		return actor(Role.OPERATOR, null, false);
	}

	static <T extends @Nullable Object> T as(Actor actor, Supplier<T> work) {
		return CurrentActor.runAs(actor, work);
	}

	static void doAs(Actor actor, Runnable work) {
		CurrentActor.runAs(actor, () -> {
			work.run();
			return "";
		});
	}

	static UnitFacts facts(String code, String name) {
		return new UnitFacts(code, name, "CDCS", "VU", "ADMIN");
	}

	private static Actor actor(Role role, @Nullable UnitId unit, boolean subtree) {
		return new Actor(null, "test", "Test", List.of(new Grant(role, unit, subtree)));
	}

	/** Founds units the way the application does. */
	static final class Tree {

		private final UnitFounding founding;

		private final Restructuring restructuring;

		private final UnitRegister register;

		private final TransactionTemplate transaction;

		Tree(UnitFounding founding, Restructuring restructuring, UnitRegister register,
				TransactionTemplate transaction) {
			this.founding = founding;
			this.restructuring = restructuring;
			this.register = register;
			this.transaction = transaction;
		}

		/** Ends a unit of a ministry as a decision does. */
		void end(UnitId ministry, UnitId unit, LocalDate day) {
			doAs(admin(ministry), () -> this.transaction.executeWithoutResult((status) -> {
				this.restructuring.lock(List.of(unit));
				this.restructuring.close(unit, day);
				this.restructuring.ended(unit, day, DECISION);
				this.register.record(unit, "ENDED", day, DECISION);
				this.restructuring.touch(List.of(unit));
				this.restructuring.settle(List.of(unit));
			}));
		}

		UnitId ministry() {
			UnitId id = UnitId.next();
			return as(Actor.system("setup", id), () -> this.founding.found(id, null,
					new UnitFacts("BO", "Công đoàn Bộ Thử nghiệm", "CD_BO", "KHAC", "ADMIN"), DECISION, START));
		}

		UnitId grassroots(UnitId ministry, String code, String name) {
			return under(ministry, ministry, facts(code, name), START);
		}

		UnitId under(UnitId ministry, UnitId parent, UnitFacts facts, LocalDate from) {
			return as(admin(ministry), () -> this.founding.found(UnitId.next(), parent, facts, DECISION, from));
		}

	}

	/** Figures a test says, the same on each day. */
	static final class Figures implements UnitFigures {

		private final Map<UUID, Figure> figures = new HashMap<>();

		void say(UnitId unit, int women, int members) {
			this.figures.put(unit.value(), new Figure(new Share(women, members), null, null));
		}

		@Override
		public Map<UUID, Figure> on(UUID[] units, LocalDate day) {
			return this.figures;
		}

	}

}
