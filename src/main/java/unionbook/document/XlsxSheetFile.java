package unionbook.document;

import java.util.List;

final class XlsxSheetFile extends SheetFile {

	@Override
	public List<SheetInfo> sheets() {
		return List.of();
	}

	@Override
	public String encoding() {
		return "";
	}

	@Override
	public boolean plainText() {
		return false;
	}

	@Override
	public void rows(int sheet, SheetRows to) {
	}

	@Override
	public void close() {
	}

}
