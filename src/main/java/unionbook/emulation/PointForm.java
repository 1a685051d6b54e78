package unionbook.emulation;

import java.util.Objects;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** A content point in the form of a pledge. */
class PointForm {

	@Size(max = 500)
	private @Nullable String heading;

	@Size(max = 5000)
	private @Nullable String body;

	static PointForm of(PointText text) {
		PointForm form = new PointForm();
		form.heading = text.heading();
		form.body = text.body();
		return form;
	}

	boolean blank() {
		return this.heading == null && this.body == null;
	}

	PointText text() {
		return new PointText(Objects.requireNonNullElse(this.heading, ""), Objects.requireNonNullElse(this.body, ""));
	}

	void check(String path, BindingResult errors) {
		if (this.heading == null) {
			errors.rejectValue(path + ".heading", "emulation.error.point.heading");
		}
	}

	public @Nullable String getHeading() {
		return this.heading;
	}

	public void setHeading(@Nullable String heading) {
		this.heading = heading;
	}

	public @Nullable String getBody() {
		return this.body;
	}

	public void setBody(@Nullable String body) {
		this.body = body;
	}

}
