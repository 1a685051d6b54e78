package unionbook.emulation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import unionbook.shared.Ids;

/** A target of a pledge in its place; how it is judged stands in {@link Goal}. */
@Entity
@Table(name = "pledge_target")
class Target implements Part<TargetText> {

	@Id
	private UUID id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "pledge_id")
	private Pledge pledge;

	private UUID unitId;

	private int seq;

	private String text;

	@Enumerated(EnumType.STRING)
	private TargetKind kind;

	@Enumerated(EnumType.STRING)
	private TargetOperator operator;

	@Column(name = "target_value")
	private @Nullable BigDecimal value;

	@Column(name = "target_value_to")
	private @Nullable BigDecimal valueTo;

	private @Nullable LocalDate dueOn;

	private @Nullable String measure;

	private @Nullable String denominatorKind;

	private @Nullable String denominatorText;

	private @Nullable LocalDate baseDate;

	private @Nullable String note;

	@SuppressWarnings("NullAway")
	protected Target() {
	}

	@SuppressWarnings("NullAway")
	Target(Pledge pledge, int seq, TargetText text) {
		this.id = Ids.next();
		this.pledge = pledge;
		this.unitId = pledge.unit().value();
		this.seq = seq;
		say(text);
	}

	UUID id() {
		return this.id;
	}

	int seq() {
		return this.seq;
	}

	@Override
	public void say(TargetText target) {
		this.text = target.text();
		this.kind = target.goal().kind();
		this.operator = target.goal().operator();
		this.value = target.goal().value();
		this.valueTo = target.goal().valueTo();
		this.dueOn = target.goal().dueOn();
		this.measure = target.measure();
		this.denominatorKind = target.denominatorKind();
		this.denominatorText = target.denominatorText();
		this.baseDate = target.baseDate();
		this.note = target.note();
	}

	@Override
	public TargetText text() {
		return new TargetText(this.text, new Goal(this.kind, this.operator, this.value, this.valueTo, this.dueOn),
				this.measure, this.denominatorKind, this.denominatorText, this.baseDate, this.note);
	}

}
