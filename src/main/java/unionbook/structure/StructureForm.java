package unionbook.structure;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import unionbook.platform.DecisionForm;

/** A sheet to be loaded, from which day, and by which decision if there is one. */
class StructureForm extends DecisionForm {

	private @Nullable MultipartFile file;

	static StructureForm from(LocalDate day) {
		StructureForm form = new StructureForm();
		form.setEffectiveOn(day);
		return form;
	}

	@Override
	@NotNull
	public @Nullable LocalDate getEffectiveOn() {
		return super.getEffectiveOn();
	}

	public @Nullable MultipartFile getFile() {
		return this.file;
	}

	public void setFile(@Nullable MultipartFile file) {
		this.file = file;
	}

}
