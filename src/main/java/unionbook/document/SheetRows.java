package unionbook.document;

/** Takes the rows of a sheet one after the other. */
@FunctionalInterface
public interface SheetRows {

	/**
	 * Takes a row.
	 * @param row the row
	 * @return false when no more are wanted
	 */
	boolean row(SheetRow row);

}
