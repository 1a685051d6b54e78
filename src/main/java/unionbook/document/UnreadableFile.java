package unionbook.document;

import java.util.List;

/** A file that is not read: says why, so that its sender knows what to do. */
public class UnreadableFile extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Reason reason;

	private final transient List<Object> arguments;

	UnreadableFile(Reason reason, Object... arguments) {
		super(reason.name());
		this.reason = reason;
		this.arguments = List.of(arguments);
	}

	UnreadableFile(Reason reason, Throwable cause) {
		super(reason.name(), cause);
		this.reason = reason;
		this.arguments = List.of();
	}

	/**
	 * Why it is not read.
	 * @return the reason
	 */
	public Reason reason() {
		return this.reason;
	}

	/**
	 * What the sentence about the reason names.
	 * @return the arguments as the reason lists them
	 */
	public List<Object> arguments() {
		return this.arguments;
	}

	/** Why a file is not read. */
	public enum Reason {

		/** Nothing in it. */
		EMPTY,
		/** More bytes than allowed; argument: megabytes allowed. */
		TOO_LARGE,
		/** Neither .xlsx nor .csv. */
		EXTENSION,
		/** The name promises another kind of file than the content is. */
		CONTENT,
		/** A workbook of the programs before 2007. */
		OLD_WORKBOOK,
		/** Locked with a password. */
		ENCRYPTED,
		/** Holds macros. */
		MACROS,
		/** Broken, or no workbook at all. */
		DAMAGED,
		/** Unpacks to more than allowed; argument: megabytes allowed. */
		UNPACKED,
		/** Packed from too many parts; argument: parts allowed. */
		PARTS,
		/** Holds another packed file. */
		NESTED,
		/** Defines a document type, which no workbook does. */
		DOCTYPE,
		/** Text in no known encoding. */
		ENCODING,
		/** A quotation mark without its partner; argument: line. */
		QUOTE,
		/** A cell with too much text; arguments: row, characters allowed. */
		CELL,
		/** A row with too many columns; arguments: row, columns allowed. */
		COLUMNS,
		/** Too many rows; arguments: row, rows allowed. */
		ROWS

	}

}
