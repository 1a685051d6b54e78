package unionbook.emulation;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.FetchType;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import unionbook.shared.Ids;

/** A party of a pledge in its place. */
@Entity
@Table(name = "pledge_party")
class Party implements Part<PartyText> {

	@Id
	private UUID id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "pledge_id")
	private Pledge pledge;

	private UUID unitId;

	private int seq;

	private String side;

	private String name;

	private @Nullable String signatoryName;

	private @Nullable String signatoryPosition;

	private String signatoryRole;

	private @Nullable String unknownReason;

	@SuppressWarnings("NullAway")
	protected Party() {
	}

	@SuppressWarnings("NullAway")
	Party(Pledge pledge, int seq, PartyText text) {
		this.id = Ids.next();
		this.pledge = pledge;
		this.unitId = pledge.unit().value();
		this.seq = seq;
		say(text);
	}

	@Override
	public void say(PartyText text) {
		this.side = text.side();
		this.name = text.name();
		this.signatoryName = text.signatoryName();
		this.signatoryPosition = text.signatoryPosition();
		this.signatoryRole = text.signatoryRole();
		this.unknownReason = text.unknownReason();
	}

	@Override
	public PartyText text() {
		return new PartyText(this.side, this.name, this.signatoryName, this.signatoryPosition, this.signatoryRole,
				this.unknownReason);
	}

}
