package unionbook.document;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.http.ContentDisposition;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DownloadTests {

	private static final int MANY = 200_000;

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	@Test
	void aVietnameseFileNameSurvives() {
		new Download(this.response, ExportFormat.XLSX).send("Đoàn viên C01/\"31-12-2020\"\r\n", DocumentExamples.ROSTER,
				DocumentExamples.rows(DocumentExamples.person("An")));

		String header = Objects.requireNonNull(this.response.getHeader("Content-Disposition"));
		assertThat(header).startsWith("attachment; ")
			.contains("filename*=UTF-8''%C4%90o%C3%A0n%20vi%C3%AAn%20C01-31-12-2020-.xlsx");
		assertThat(ContentDisposition.parse(header).getFilename()).isEqualTo("Đoàn viên C01-31-12-2020-.xlsx");
		assertThat(this.response.getContentType())
			.isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
		assertThat(this.response.getHeader("Cache-Control")).isEqualTo("no-store");
	}

	@Test
	void sendsTheFileAndCountsItsRows() throws Exception {
		long sent = new Download(this.response, ExportFormat.CSV).send("Đoàn viên", DocumentExamples.ROSTER,
				DocumentExamples.rows(DocumentExamples.person("An"), DocumentExamples.person("Bình")));

		assertThat(sent).isEqualTo(2);
		assertThat(this.response.getContentType()).isEqualTo("text/csv;charset=UTF-8");
		assertThat(this.response.getContentAsByteArray()).isEqualTo(DocumentExamples.export(ExportFormat.CSV,
				DocumentExamples.rows(DocumentExamples.person("An"), DocumentExamples.person("Bình"))));
	}

	@ParameterizedTest
	@EnumSource
	void aFailureBeforeTheFirstBytesLeavesTheResponseToTheErrorPage(ExportFormat format) {
		Download download = new Download(this.response, format);

		assertThatThrownBy(() -> download.send("Đoàn viên", DocumentExamples.ROSTER, (row) -> {
			throw new IllegalStateException("statement timeout");
		})).hasMessage("statement timeout");

		assertThat(this.response.isCommitted()).isFalse();
		assertThat(this.response.getContentAsByteArray()).isEmpty();
		assertThat(this.response.getHeaderNames()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void rowsLeaveMemoryWhileTheyCome(ExportFormat format) {
		AtomicLong bytes = new AtomicLong();
		AtomicLong longestWait = new AtomicLong();
		OutputStream counting = new OutputStream() {
			@Override
			public void write(int b) {
				bytes.incrementAndGet();
			}

			@Override
			public void write(byte[] block, int offset, int length) {
				bytes.addAndGet(length);
			}
		};

		long written = Spreadsheet.write(format, counting, DocumentExamples.ROSTER, (row) -> {
			long seen = 0;
			long waiting = 0;
			for (int i = 0; i < MANY; i++) {
				row.accept(DocumentExamples.person("Nguyễn Thị Minh Khai " + i));
				waiting = (bytes.get() == seen) ? waiting + 1 : 0;
				seen = bytes.get();
				longestWait.accumulateAndGet(waiting, Math::max);
			}
		});

		assertThat(written).isEqualTo(MANY);
		assertThat(longestWait).as("rows held back at once").hasValueLessThan(10_000);
	}

	@ParameterizedTest
	@EnumSource
	void aReaderWhoLeavesEndsTheExport(ExportFormat format) {
		AtomicLong given = new AtomicLong();
		OutputStream broken = new OutputStream() {
			@Override
			public void write(int b) throws IOException {
				throw new IOException("Broken pipe");
			}
		};

		assertThatThrownBy(() -> Spreadsheet.write(format, broken, DocumentExamples.ROSTER, (row) -> {
			for (int i = 0; i < MANY; i++) {
				given.incrementAndGet();
				row.accept(DocumentExamples.person("An"));
			}
		})).isInstanceOf(AbortedDownload.class).hasRootCauseMessage("Broken pipe");

		assertThat(given).hasValueLessThan(10_000);
	}

	@Test
	void formatsAreFoundByTheEndingOfTheAddress() {
		assertThat(ExportFormat.of("xlsx")).isEqualTo(ExportFormat.XLSX);
		assertThat(ExportFormat.of("csv")).isEqualTo(ExportFormat.CSV);
		assertThatIllegalArgumentException().isThrownBy(() -> ExportFormat.of("xlsm"));
	}

}
