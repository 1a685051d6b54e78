package unionbook.platform;

import org.springframework.web.util.HtmlUtils;

/**
 * A part of a page that is written in one go, because as template expressions its many
 * cells would cost more than the rest of the page together. A template takes it by
 * {@code markup:body}. Only constants go in as they are; all else goes through
 * {@link #text}.
 */
public final class Markup {

	private final StringBuilder html;

	/**
	 * Begins a part.
	 * @param size about how many characters it will have
	 */
	public Markup(int size) {
		this.html = new StringBuilder(size);
	}

	/**
	 * Adds tags.
	 * @param constant a constant of the calling code, never anything that was typed
	 * @return this
	 */
	public Markup tag(String constant) {
		this.html.append(constant);
		return this;
	}

	/**
	 * Adds a text or the value of a quoted attribute, escaped.
	 * @param text the text
	 * @return this
	 */
	public Markup text(String text) {
		for (int i = 0; i < text.length(); i++) {
			switch (text.charAt(i)) {
				case '<', '>', '&', '"', '\'' -> {
					this.html.append(HtmlUtils.htmlEscape(text, "UTF-8"));
					return this;
				}
				default -> {
				}
			}
		}
		this.html.append(text);
		return this;
	}

	/**
	 * Adds another part.
	 * @param part the part
	 * @return this
	 */
	public Markup part(Markup part) {
		this.html.append(part.html);
		return this;
	}

	String html() {
		return this.html.toString();
	}

}
