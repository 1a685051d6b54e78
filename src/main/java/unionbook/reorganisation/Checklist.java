package unionbook.reorganisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import unionbook.platform.DayClock;
import unionbook.platform.Right;
import unionbook.platform.UnitScope;
import unionbook.shared.AuditedEvent;
import unionbook.shared.UnitId;

/** Keeps what is to be settled when units end: ticked, with its day and a note. */
@Service
@Transactional
class Checklist {

	private final JdbcClient jdbc;

	private final UnitScope scope;

	private final DayClock clock;

	private final ApplicationEventPublisher events;

	Checklist(JdbcClient jdbc, UnitScope scope, DayClock clock, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.scope = scope;
		this.clock = clock;
		this.events = events;
	}

	/** All items in their order, as they stand. */
	@Transactional(readOnly = true)
	Form of(UUID reorganisation) {
		Map<Item, Tick> known = new EnumMap<>(Item.class);
		this.jdbc.sql("select item, done_on, note from reorganisation_check where reorganisation_id = ?")
			.param(reorganisation)
			.query((row) -> {
				known.put(Item.valueOf(row.getString("item")),
						Tick.of(row.getObject("done_on", LocalDate.class), row.getString("note")));
			});
		Form form = new Form();
		known.forEach((item, tick) -> form.items.set(item.ordinal(), tick));
		return form;
	}

	/**
	 * Keeps the items, before or after the decision is carried out.
	 * @param of a reorganisation that ends units
	 * @param form what was ticked; a tick without a day is of today
	 */
	void keep(Reorganisation of, Form form) {
		this.scope.require(Right.WRITE_UNITS, of.unit());
		List<Tick> ticks = Arrays.stream(Item.values()).map((item) -> form.items.get(item.ordinal())).toList();
		this.jdbc
			.sql("""
					insert into reorganisation_check (reorganisation_id, unit_id, item, done_on, note)
					select :id, :unit, t.* from unnest(cast(:items as text[]), cast(:days as date[]), cast(:notes as text[])) t
					on conflict (reorganisation_id, item) do update set done_on = excluded.done_on, note = excluded.note""")
			.param("id", of.id())
			.param("unit", of.unit().value())
			.param("items", Arrays.stream(Item.values()).map(Item::name).toArray(String[]::new))
			.param("days",
					ticks.stream()
						.map((tick) -> tick.done ? Objects.requireNonNullElse(tick.doneOn, this.clock.today()) : null)
						.map((day) -> (day == null) ? null : day.toString())
						.toArray(String[]::new))
			.param("notes", ticks.stream().map((tick) -> tick.note).toArray(String[]::new))
			.update();
		this.events.publishEvent(new Checked(of.id(), of.unit()));
	}

	/** What is to be settled; the words are the messages reorganisation.check.*. */
	enum Item {

		MEMBERS, CARDS, SEAL, FINANCE, FILES

	}

	private record Checked(UUID subject, UnitId unit) implements AuditedEvent {

		@Override
		public String action() {
			return "reorganisation.checked";
		}

		@Override
		public String subjectKind() {
			return "reorganisation";
		}

	}

	/** All items, in the order of {@link Item}. */
	static final class Form {

		@Valid
		private final List<Tick> items = new ArrayList<>();

		Form() {
			for (Item item : Item.values()) {
				this.items.add(item.ordinal(), new Tick());
			}
		}

		public List<Tick> getItems() {
			return this.items;
		}

	}

	/** One item. */
	static final class Tick {

		private boolean done;

		private @Nullable LocalDate doneOn;

		@Size(max = 500)
		private @Nullable String note;

		static Tick of(@Nullable LocalDate doneOn, @Nullable String note) {
			Tick tick = new Tick();
			tick.done = doneOn != null;
			tick.doneOn = doneOn;
			tick.note = note;
			return tick;
		}

		public boolean isDone() {
			return this.done;
		}

		public void setDone(boolean done) {
			this.done = done;
		}

		public @Nullable LocalDate getDoneOn() {
			return this.doneOn;
		}

		public void setDoneOn(@Nullable LocalDate doneOn) {
			this.doneOn = doneOn;
		}

		public @Nullable String getNote() {
			return this.note;
		}

		public void setNote(@Nullable String note) {
			this.note = note;
		}

	}

}
