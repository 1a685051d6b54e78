package unionbook.committee;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import unionbook.document.AbortedDownload;
import unionbook.document.Column;
import unionbook.document.ColumnKind;
import unionbook.document.Download;
import unionbook.document.Sheet;
import unionbook.platform.CurrentActor;
import unionbook.platform.DayClock;
import unionbook.platform.Formats;
import unionbook.platform.Right;
import unionbook.platform.UnitScope;
import unionbook.shared.AuditedEvent.Change;
import unionbook.unit.UnitRow;
import unionbook.unit.Units;

/**
 * The short profiles of those who sit (danh sách trích ngang), in the official columns
 * and in the order of given names. What the reader may not see stays empty.
 */
@Service
class Profiles {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy")
		.withZone(DayClock.ZONE);

	/** The columns behind the name, as the form has them. */
	private static final List<String> COLUMNS = List.of("number", "name", "post", "bornMale", "bornFemale", "ethnicity",
			"hometown", "party", "schooling", "specialty", "theory", "languages");

	private final JdbcClient jdbc;

	private final CommitteeRows rows;

	private final Units units;

	private final UnitScope scope;

	private final Formats formats;

	private final DayClock clock;

	private final MessageSource messages;

	private final ApplicationEventPublisher events;

	Profiles(JdbcClient jdbc, CommitteeRows rows, Units units, UnitScope scope, Formats formats, DayClock clock,
			MessageSource messages, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.rows = rows;
		this.units = units;
		this.scope = scope;
		this.formats = formats;
		this.clock = clock;
		this.messages = messages;
		this.events = events;
	}

	/**
	 * The list of a day.
	 * @param id the term
	 * @param day the day; outside the term its nearest day
	 * @param locale the reader's language
	 * @return the profiles
	 * @throws unionbook.platform.NotFound if the term is not reached
	 */
	@Transactional(readOnly = true)
	ProfileList of(TermId id, LocalDate day, Locale locale) {
		TermRow term = this.rows.term(id, day);
		UnitRow unit = this.units.find(term.unit(), term.shownOn());
		List<UnitRow> above = this.units.lineage(unit, term.shownOn());
		boolean personal = this.scope.may(Right.READ_PERSONAL, term.unit());
		boolean sensitive = this.scope.may(Right.READ_SENSITIVE, term.unit());
		List<Profile> profiles = this.jdbc.sql("""
				select s.role, p.full_name, p.gender, p.birth_date, p.birth_precision, p.position, p.education,
					v.name as unit_name, m.ethnicity, m.hometown, m.specialty, m.political_theory, m.party_joined_on,
					p.party_status
				from committee_seat s
				join lateral (
					select x.* from membership x where x.member_id = s.member_id and lower(x.period) <= :day
					order by x.period desc limit 1) p on true
				left join unit_version v on v.unit_id = p.unit_id and v.period @> least(:day, upper(p.period) - 1)
				left join member m on m.id = s.member_id
				where s.term_id = :term and s.period @> cast(:day as date)
				order by p.given_sort, p.surname_sort, p.middle_sort, s.member_id""")
			.param("term", term.id())
			.param("day", term.shownOn())
			.query(Stored.class)
			.list()
			.stream()
			.map((stored) -> profile(stored, term.kind(), personal, sensitive, locale))
			.toList();
		return new ProfileList(term, unit, (above.size() < 2) ? null : above.get(above.size() - 2).name(), profiles,
				personal, sensitive);
	}

	/**
	 * Sends the list as a file, and records that it was sent.
	 * @param id the term
	 * @param day the day
	 * @param format the ending of the file, for the record
	 * @param download where it goes
	 * @param locale the reader's language
	 */
	@Transactional(noRollbackFor = AbortedDownload.class)
	void send(TermId id, LocalDate day, String format, Download download, Locale locale) {
		ProfileList list = of(id, day, locale);
		this.events.publishEvent(new CommitteeChanged(id, list.term().unit(), "committee.exported",
				list.term().shownOn(), null, Map.of("format", new Change(null, format), "rows",
						new Change(null, String.valueOf(list.profiles().size())))));
		int[] number = new int[1];
		String title = word("committee.profiles.title", locale) + " " + body(list.term(), locale);
		download.send(title + " " + list.unit().name() + " " + list.term().shownOn(), sheet(list, title, locale),
				(rows) -> list.profiles().forEach((profile) -> rows.accept(profile.cells(++number[0]))));
	}

	private Sheet sheet(ProfileList list, String title, Locale locale) {
		List<String> head = new ArrayList<>();
		head.add(list.unit().name());
		head.add(word("committee.profiles.term", locale, list.term().name(), this.formats.day(list.term().shownOn())));
		if (!list.sensitive()) {
			head.add(word("committee.profiles.masked", locale));
		}
		head.add(word("committee.profiles.made", locale, MOMENT.format(this.clock.now()),
				CurrentActor.get().displayName()));
		return new Sheet(title, head,
				COLUMNS.stream()
					.map((column) -> new Column(word("committee.profiles.column." + column, locale),
							"number".equals(column) ? ColumnKind.NUMBER : ColumnKind.TEXT))
					.toList());
	}

	private Profile profile(Stored stored, BodyKind kind, boolean personal, boolean sensitive, Locale locale) {
		String post = Stream
			.of(word("committee.role." + kind + "." + stored.role(), locale),
					code("position", stored.position(), locale), stored.unitName())
			.filter((part) -> part != null && !part.isEmpty())
			.reduce((one, other) -> one + ", " + other)
			.orElse("");
		String party = switch (stored.partyStatus()) {
			case "NONE" -> "";
			default -> (stored.partyJoinedOn() != null) ? this.formats.day(stored.partyJoinedOn())
					: code("party_status", stored.partyStatus(), locale);
		};
		return new Profile(stored.fullName(), post, stored.gender(),
				this.formats.birth(stored.birthDate(), personal ? stored.birthPrecision() : "YEAR"),
				sensitive ? code("ethnicity", stored.ethnicity(), locale) : "",
				personal ? Objects.requireNonNullElse(stored.hometown(), "") : "", sensitive ? party : "",
				Stream.of(code("education", stored.education(), locale), stored.specialty())
					.filter((part) -> part != null && !part.isEmpty())
					.reduce((one, other) -> one + ", " + other)
					.orElse(""),
				sensitive ? code("political_theory", stored.politicalTheory(), locale) : "");
	}

	private String code(String list, @Nullable String code, Locale locale) {
		return (code == null) ? ""
				: String.valueOf(this.messages.getMessage("codes." + list + "." + code, null, code, locale));
	}

	private String body(TermRow term, Locale locale) {
		return term.bodyName().isEmpty() ? word("codes.body." + term.kind(), locale) : term.bodyName();
	}

	private String word(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

	/** What the book knows of somebody who sits. */
	record Stored(String role, String fullName, String gender, LocalDate birthDate, String birthPrecision,
			@Nullable String position, @Nullable String education, @Nullable String unitName,
			@Nullable String ethnicity, @Nullable String hometown, @Nullable String specialty,
			@Nullable String politicalTheory, @Nullable LocalDate partyJoinedOn, String partyStatus) {
	}

	/** A line of the list, as the reader may see it. */
	record Profile(String name, String post, String gender, String birth, String ethnicity, String hometown,
			String party, String specialty, String theory) {

		public String bornMale() {
			return "MALE".equals(this.gender) ? this.birth : "";
		}

		public String bornFemale() {
			return "MALE".equals(this.gender) ? "" : this.birth;
		}

		/** Schooling and foreign languages are not kept in the book: room to write. */
		Object[] cells(int number) {
			return new Object[] { number, this.name, this.post, bornMale(), bornFemale(), this.ethnicity, this.hometown,
					this.party, "", this.specialty, this.theory, "" };
		}

	}

	/**
	 * The list of a body on a day.
	 *
	 * @param superior the name of the union above, or null
	 * @param personal whether whole birth dates and hometowns are shown
	 * @param sensitive whether ethnicity and Party membership are shown
	 */
	record ProfileList(TermRow term, UnitRow unit, @Nullable String superior, List<Profile> profiles, boolean personal,
			boolean sensitive) {
	}

}
