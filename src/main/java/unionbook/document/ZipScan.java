package unionbook.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import unionbook.document.UnreadableFile.Reason;

/**
 * Unpacks a workbook once without keeping anything, before it is used. Counts what really
 * comes out, for what a packed file says of itself may be a lie.
 */
final class ZipScan {

	private static final int MOST_PARTS = 200;

	/**
	 * 100,000 people in 15 columns unpack to some 110 MB in the wordiest way of writing
	 * cells.
	 */
	private static final int MEGABYTES = 192;

	/** Lists shrink to a tenth, empty formatted rows to a fortieth, bombs to less. */
	private static final int RATIO = 100;

	/** Small parts may be as regular as they like. */
	private static final int FREE = 1024 * 1024;

	private final byte[] buffer = new byte[64 * 1024];

	private long unpacked;

	private ZipScan() {
	}

	/**
	 * Checks a workbook.
	 * @throws UnreadableFile if it is beyond the bounds, damaged, or holds what no list
	 * needs
	 */
	static void check(Path file) {
		try (ZipFile zip = new ZipFile(file.toFile())) {
			if (zip.size() > MOST_PARTS) {
				throw new UnreadableFile(Reason.PARTS, MOST_PARTS);
			}
			ZipScan scan = new ZipScan();
			for (ZipEntry part : Collections.list(zip.entries())) {
				scan.part(zip, part);
			}
		}
		catch (IOException | IllegalArgumentException ex) {
			throw new UnreadableFile(Reason.DAMAGED, ex);
		}
	}

	private void part(ZipFile zip, ZipEntry part) throws IOException {
		String name = part.getName().toLowerCase(Locale.ROOT);
		if (name.contains("vbaproject")) {
			throw new UnreadableFile(Reason.MACROS);
		}
		MarkupScan markup = name.matches(".*\\.(xml|rels|vml)") ? new MarkupScan() : null;
		long most = Math.max(FREE, part.getCompressedSize() * RATIO);
		long size = 0;
		try (InputStream in = zip.getInputStream(part)) {
			for (int count = in.read(this.buffer); count > 0; count = in.read(this.buffer)) {
				if (size == 0 && count > 3 && this.buffer[0] == 'P' && this.buffer[1] == 'K' && this.buffer[2] == 3) {
					throw new UnreadableFile(Reason.NESTED);
				}
				size += count;
				this.unpacked += count;
				if (size > most || this.unpacked > MEGABYTES * 1024L * 1024L) {
					throw new UnreadableFile(Reason.UNPACKED, MEGABYTES);
				}
				if (markup != null) {
					markup.bytes(this.buffer, count);
				}
			}
		}
	}

}
