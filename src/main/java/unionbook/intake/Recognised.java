package unionbook.intake;

import java.util.List;

/**
 * How a file is to be read: proposed from its headings, corrected by the officer.
 *
 * @param sheet the number of the sheet, 0 for the first
 * @param headerFirst the first row of the headings, as a spreadsheet program counts; 0
 * when no headings were found
 * @param headerLast their last row
 * @param layout the layout
 * @param columns the columns from left to right
 * @param encoding the encoding to be confirmed, empty for a workbook in Unicode
 * @param sampleNames the first names, at most three
 * @param notes what the officer should know: hidden sheets, nothing recognised
 */
record Recognised(int sheet, int headerFirst, int headerLast, Layout layout, List<ColumnChoice> columns,
		String encoding, List<String> sampleNames, List<Problem> notes) {
}
