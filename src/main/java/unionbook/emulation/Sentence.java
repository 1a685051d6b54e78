package unionbook.emulation;

import org.springframework.context.MessageSourceResolvable;

/**
 * Words of the message files with what they name; a sentence may stand inside another.
 *
 * @param key the message key
 * @param arguments what the sentence names
 */
record Sentence(String key, Object... arguments) implements MessageSourceResolvable {

	@Override
	public String[] getCodes() {
		return new String[] { this.key };
	}

	@Override
	public Object[] getArguments() {
		return this.arguments;
	}

}
