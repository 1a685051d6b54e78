package unionbook.emulation;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import unionbook.shared.Ids;

/** A content point of a pledge in its place. */
@Entity
@Table(name = "pledge_point")
class Point implements Part<PointText> {

	@Id
	private UUID id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "pledge_id")
	private Pledge pledge;

	private UUID unitId;

	private int seq;

	private String heading;

	private String body;

	@SuppressWarnings("NullAway")
	protected Point() {
	}

	@SuppressWarnings("NullAway")
	Point(Pledge pledge, int seq, PointText text) {
		this.id = Ids.next();
		this.pledge = pledge;
		this.unitId = pledge.unit().value();
		this.seq = seq;
		say(text);
	}

	@Override
	public void say(PointText text) {
		this.heading = text.heading();
		this.body = text.body();
	}

	@Override
	public PointText text() {
		return new PointText(this.heading, this.body);
	}

}
