package unionbook.member;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import unionbook.platform.DayClock;
import unionbook.platform.Right;
import unionbook.platform.RuleViolation;
import unionbook.platform.UnitScope;
import unionbook.shared.AuditedBatch;
import unionbook.shared.Decision;
import unionbook.shared.MemberId;
import unionbook.shared.UnitId;

/**
 * Takes a compared list into the book, and out of it again: all of it in the transaction
 * of the caller, by a fixed number of statements, with an entry in the record for each
 * person.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class MemberBatch {

	private static final int NAMED_AT_MOST = 20;

	private final MemberIntake intake;

	private final MemberLedger ledger;

	private final IdentityVault vault;

	private final UnitScope scope;

	private final DayClock clock;

	private final JdbcClient client;

	private final JdbcOperations jdbc;

	private final ApplicationEventPublisher events;

	MemberBatch(MemberIntake intake, MemberLedger ledger, IdentityVault vault, UnitScope scope, DayClock clock,
			JdbcClient client, JdbcOperations jdbc, ApplicationEventPublisher events) {
		this.intake = intake;
		this.ledger = ledger;
		this.vault = vault;
		this.scope = scope;
		this.clock = clock;
		this.client = client;
		this.jdbc = jdbc;
		this.events = events;
	}

	/**
	 * How people of a list may come into a unit: the first load of a roster forms the
	 * opening figure, so it belongs to the ministry union.
	 * @param unit the unit
	 * @return codes of the list movement_type
	 */
	@Transactional(propagation = Propagation.SUPPORTS)
	public List<String> kinds(UnitId unit) {
		List<String> kinds = new ArrayList<>(
				List.of(MovementKind.IN_ADMISSION.name(), MovementKind.IN_RECOGNITION.name()));
		if (this.scope.may(Right.TRANSFER_MEMBERS, unit)) {
			kinds.add(MovementKind.OPENING.name());
		}
		return kinds;
	}

	/**
	 * Looks once more at each row that is to be written, now that nobody else can change
	 * its people; rows that no longer hold become errors.
	 * @param entry what was confirmed
	 * @return how many rows became errors
	 */
	public int recheck(Entry entry) {
		this.client.sql(IntakeWriting.LOCK).param("run", entry.run()).query((row, number) -> number).list();
		this.client.sql(IntakeWriting.LOCK_RECORDS).param("run", entry.run()).query(Long.class).single();
		this.intake.ask(entry.run(), this.clock.today());
		int conflicts = this.client.sql(IntakeWriting.CONFLICTS).params(entry.parameters()).update();
		this.jdbc.execute("drop table import_draft, import_pair");
		return conflicts;
	}

	/**
	 * Writes every new and changed row.
	 * @param entry what was confirmed
	 * @param by the account behind it, or null
	 * @throws RuleViolation if the database finds somebody in two units on one day, or in
	 * a unit that does not exist
	 */
	public void write(Entry entry, @Nullable UUID by) {
		Map<String, @Nullable Object> parameters = entry.parameters();
		parameters.put("by", (by == null) ? null : by.toString());
		IntakeWriting.STATEMENTS.forEach((sql) -> this.client.sql(sql).params(parameters).update());
		identify(entry.run());
		this.ledger.settle();
		tell(entry, false);
	}

	/**
	 * Who of a list was touched since it was taken over: they stand in the way of undoing
	 * it.
	 * @param run the run
	 * @return the first of them
	 */
	public List<Touched> touched(UUID run) {
		return this.client.sql(IntakeWriting.TOUCHED)
			.param("run", run)
			.param("limit", NAMED_AT_MOST)
			.query(Touched.class)
			.list();
	}

	/**
	 * Takes everything back that a list wrote. The ledger keeps both ways and nets to
	 * zero.
	 * @param entry what was confirmed then
	 * @param nobody what stands in place of a name
	 * @param by the account behind it, or null
	 * @throws RuleViolation if somebody of the list was touched since
	 */
	public void undo(Entry entry, String nobody, @Nullable UUID by) {
		this.client.sql(IntakeWriting.LOCK).param("run", entry.run()).query((row, number) -> number).list();
		if (!touched(entry.run()).isEmpty()) {
			throw new RuleViolation("member.intake.touched");
		}
		Map<String, @Nullable Object> parameters = entry.parameters();
		parameters.put("by", (by == null) ? null : by.toString());
		parameters.put("nobody", nobody);
		IntakeWriting.UNDOING.forEach((sql) -> this.client.sql(sql).params(parameters).update());
		this.ledger.settle();
		tell(entry, true);
	}

	/** Numbers given for people known already are sealed anew, for their own ids. */
	private void identify(UUID run) {
		int after = 0;
		List<Object[]> sealed;
		do {
			sealed = new ArrayList<>();
			for (Numbered row : this.client.sql(IntakeWriting.NUMBERS)
				.param("run", run)
				.param("after", after)
				.query(Numbered.class)
				.list()) {
				IdentityNumber number = this.vault.open(new MemberId(row.draftId()), row.identityCipher());
				IdentityVault.Sealed own = this.vault.seal(new MemberId(row.memberId()), number.digits());
				sealed.add(new Object[] { own.cipher(), own.hash(), row.identityTail(), row.memberId() });
				after = row.rowNumber();
			}
			this.jdbc.batchUpdate(
					"update member set identity_cipher = ?, identity_hash = ?, identity_tail = ? where id = ?", sealed);
		}
		while (!sealed.isEmpty());
	}

	private void tell(Entry entry, boolean undone) {
		Map<String, @Nullable Object> parameters = entry.parameters();
		String number = entry.decision().number();
		parameters.put("reason", (number == null) ? entry.file() : number);
		parameters.put("new", undone ? "member.import-undone" : "member.imported");
		parameters.put("changed", undone ? "member.import-undone" : "member.changed");
		this.events.publishEvent(new AuditedBatch(undone ? IntakeWriting.TOLD_BACK : IntakeWriting.TOLD, parameters));
	}

	/**
	 * What an officer confirmed of a list.
	 *
	 * @param run the run
	 * @param unit its unit
	 * @param file the name of the file
	 * @param kind how new people come in, a code of the list movement_type
	 * @param day the first day it holds
	 * @param decision the decision behind it
	 */
	public record Entry(UUID run, UnitId unit, String file, String kind, LocalDate day, Decision decision) {

		private Map<String, @Nullable Object> parameters() {
			Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
			parameters.put("run", this.run);
			parameters.put("unit", this.unit.value());
			parameters.put("kind", this.kind);
			parameters.put("day", this.day);
			parameters.put("number", this.decision.number());
			parameters.put("signedOn", this.decision.signedOn());
			parameters.put("signer", this.decision.signer());
			return parameters;
		}

	}

	/**
	 * Somebody touched since.
	 *
	 * @param rowNumber the row of the file
	 * @param fullName the name
	 * @param memberId the person
	 */
	public record Touched(int rowNumber, String fullName, UUID memberId) {
	}

	private record Numbered(int rowNumber, UUID memberId, UUID draftId, byte[] identityCipher, String identityTail) {
	}

}
