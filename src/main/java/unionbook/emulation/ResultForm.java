package unionbook.emulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** The results of a period in one form. */
class ResultForm {

	@NotNull
	private @Nullable LocalDate asOf;

	@Valid
	private List<ResultLine> lines = new ArrayList<>();

	public @Nullable LocalDate getAsOf() {
		return this.asOf;
	}

	public void setAsOf(@Nullable LocalDate asOf) {
		this.asOf = asOf;
	}

	public List<ResultLine> getLines() {
		return this.lines;
	}

	public void setLines(List<ResultLine> lines) {
		this.lines = lines;
	}

}
