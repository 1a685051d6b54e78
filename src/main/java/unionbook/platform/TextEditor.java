package unionbook.platform;

import java.beans.PropertyEditorSupport;

import org.jspecify.annotations.Nullable;
import unionbook.shared.VietnameseText;

/**
 * Cleans text at the edge: composed, visible characters only, blanks squeezed; nothing
 * left means not given.
 */
public class TextEditor extends PropertyEditorSupport {

	private final boolean lines;

	/**
	 * An editor of form fields.
	 * @param lines whether line breaks are kept
	 */
	public TextEditor(boolean lines) {
		this.lines = lines;
	}

	@Override
	public void setAsText(@Nullable String text) {
		String clean = (text == null) ? ""
				: this.lines ? VietnameseText.normalizeLines(text) : VietnameseText.normalize(text);
		setValue(clean.isEmpty() ? null : clean);
	}

	@Override
	public String getAsText() {
		Object value = getValue();
		return (value == null) ? "" : value.toString();
	}

}
