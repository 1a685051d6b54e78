package unionbook.document;

import java.util.BitSet;

import unionbook.document.UnreadableFile.Reason;

/**
 * Looks through the bytes of one part of a workbook before any parser does, for what a
 * parser would pay for with memory: document types, endless tags, remarks and attributes,
 * deep nesting, ever new names.
 */
final class MarkupScan {

	/** A tag of a workbook has some hundred bytes. */
	private static final int LONGEST = 64 * 1024;

	private static final int DEEPEST = 64;

	/** How many tags may differ in more than the values of their attributes. */
	private static final int MOST_SHAPES = 4096;

	private static final int TEXT = 0;

	private static final int OPENED = 1;

	private static final int TAG = 2;

	private static final int DECLARED = 3;

	private static final int SPECIAL = 4;

	private final BitSet shapes = new BitSet(1 << 16);

	private int state = TEXT;

	private long seen;

	private int length;

	private int depth;

	private int shape;

	private int shapeCount;

	private int quote;

	private int before;

	private int previous;

	/** What stands before the closing bracket of a remark, raw text or an instruction. */
	private int end;

	private boolean closing;

	private boolean secondDash;

	void bytes(byte[] bytes, int count) {
		if (this.seen == 0 && count > 1 && (bytes[0] == 0 || bytes[1] == 0 || bytes[0] == -1 || bytes[0] == -2)) {
			throw new UnreadableFile(Reason.DAMAGED);
		}
		this.seen += count;
		for (int i = 0; i < count; i++) {
			if (this.state == TEXT) {
				while (i < count && bytes[i] != '<') {
					i++;
				}
				if (i < count) {
					open();
				}
			}
			else {
				inside(bytes[i]);
			}
		}
	}

	private void open() {
		this.state = OPENED;
		this.length = 0;
		this.quote = 0;
		this.shape = 0;
		this.previous = 0;
	}

	private void inside(int letter) {
		if (++this.length > LONGEST) {
			throw new UnreadableFile(Reason.DAMAGED);
		}
		switch (this.state) {
			case OPENED -> opened(letter);
			case DECLARED -> declared(letter);
			case TAG -> tag(letter);
			default -> within(letter);
		}
	}

	private void within(int letter) {
		if (this.secondDash) {
			// it opens the remark and does not help to close it
			this.secondDash = false;
			return;
		}
		if (letter == '>' && this.previous == this.end && (this.end == '?' || this.before == this.end)) {
			this.state = TEXT;
		}
		this.before = this.previous;
		this.previous = letter;
	}

	private void opened(int letter) {
		if (letter == '!') {
			this.state = DECLARED;
		}
		else if (letter == '?') {
			special('?');
		}
		else {
			this.state = TAG;
			this.closing = letter == '/';
			tag(letter);
		}
	}

	private void declared(int letter) {
		switch (letter) {
			case '-' -> special('-');
			case '[' -> special(']');
			default -> throw new UnreadableFile(Reason.DOCTYPE);
		}
	}

	private void special(int last) {
		this.state = SPECIAL;
		this.end = last;
		this.secondDash = last == '-';
		this.before = 0;
		this.previous = 0;
	}

	private void tag(int letter) {
		if (this.quote != 0) {
			if (letter == this.quote) {
				this.quote = 0;
			}
			return;
		}
		if (letter == '"' || letter == '\'') {
			this.quote = letter;
		}
		else if (letter == '>') {
			closeTag();
			return;
		}
		this.shape = (this.shape ^ letter) * 0x01000193;
		this.previous = letter;
	}

	private void closeTag() {
		this.state = TEXT;
		if (this.closing) {
			this.depth--;
		}
		else if (this.previous != '/' && ++this.depth > DEEPEST) {
			throw new UnreadableFile(Reason.DAMAGED);
		}
		int known = this.shape >>> 16;
		if (!this.shapes.get(known)) {
			this.shapes.set(known);
			if (++this.shapeCount > MOST_SHAPES) {
				throw new UnreadableFile(Reason.DAMAGED);
			}
		}
	}

}
