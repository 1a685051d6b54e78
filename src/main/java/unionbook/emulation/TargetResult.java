package unionbook.emulation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import unionbook.shared.Ids;
import unionbook.shared.UnitId;

/** What was reached of one target in one period; lives apart from the frozen text. */
@Entity
@Table(name = "target_result")
class TargetResult {

	@Id
	private UUID id;

	private UUID targetId;

	private UUID unitId;

	@Version
	private @Nullable Integer version;

	@Enumerated(EnumType.STRING)
	private ResultPeriod period;

	private LocalDate asOf;

	private @Nullable Long numerator;

	private @Nullable Long denominator;

	private @Nullable BigDecimal amount;

	private @Nullable LocalDate achievedOn;

	@Enumerated(EnumType.STRING)
	private @Nullable Verdict judgement;

	private @Nullable String explanation;

	private @Nullable Long proposed;

	private @Nullable String manualReason;

	@SuppressWarnings("NullAway")
	protected TargetResult() {
	}

	@SuppressWarnings("NullAway")
	TargetResult(UUID target, UnitId unit, ResultPeriod period, ResultText text) {
		this.id = Ids.next();
		this.targetId = target;
		this.unitId = unit.value();
		this.period = period;
		correct(text);
	}

	void correct(ResultText text) {
		this.asOf = text.asOf();
		this.numerator = text.reached().numerator();
		this.denominator = text.reached().denominator();
		this.amount = text.reached().amount();
		this.achievedOn = text.reached().achievedOn();
		this.judgement = text.reached().judgement();
		this.explanation = text.explanation();
		this.proposed = text.proposed();
		this.manualReason = text.manualReason();
	}

	ResultText text() {
		return new ResultText(this.asOf,
				new Achievement(this.numerator, this.denominator, this.amount, this.achievedOn, this.judgement),
				this.explanation, this.proposed, this.manualReason);
	}

	UUID target() {
		return this.targetId;
	}

	ResultPeriod period() {
		return this.period;
	}

	int version() {
		return (this.version == null) ? 0 : this.version;
	}

}
