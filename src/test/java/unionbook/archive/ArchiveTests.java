package unionbook.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import unionbook.DemonstrationTest;
import unionbook.Officers;
import unionbook.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** An ended unit leaves as files that open, add up and prove themselves. */
@DemonstrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchiveTests {

	private static final String MANIFEST = "MANIFEST.sha256";

	private static final String LAST_DAY = "2020-12-31";

	private final Officers officers;

	private final JdbcClient owner;

	private UUID unit;

	private UUID ministry;

	private UUID ended;

	private MvcTestResult answer;

	private Map<String, byte[]> files;

	ArchiveTests(@Autowired Officers officers, @Autowired TestDatabase database) {
		this.officers = officers;
		this.owner = JdbcClient.create(database.owner());
	}

	@BeforeAll
	void makeArchive() throws IOException {
		this.unit = unit("KHDT", "C01");
		this.ministry = this.owner.sql("select path[1] from unit_version where unit_id = ? limit 1")
			.param(this.unit)
			.query(UUID.class)
			.single();
		this.ended = endedUnit();
		this.answer = this.officers.post("quantri.khdt", "/units/" + this.ministry + "/archive", "asOf", LAST_DAY);
		assertThat(this.answer).hasStatusOk();
		this.files = files(this.answer);
	}

	@Test
	void everyFileIsListedAndHasItsHash() {
		Map<String, String> listed = manifest();
		List<String> others = new ArrayList<>(this.files.keySet());
		assertThat(others.removeLast()).isEqualTo(MANIFEST);

		assertThat(listed.keySet()).containsExactlyElementsOf(others).contains("index.html", "DOC-TRUOC.txt");
		assertThat(listed)
			.allSatisfy((path, hash) -> assertThat(sha256(this.files.get(path))).as(path).isEqualTo(hash));
	}

	@Test
	void aStandardToolVerifiesItAndFindsOneChangedByte(@TempDir Path folder) throws Exception {
		for (Map.Entry<String, byte[]> file : this.files.entrySet()) {
			Path path = folder.resolve(file.getKey());
			Files.createDirectories(path.getParent());
			Files.write(path, file.getValue());
		}
		assertThat(sha256sum(folder)).isZero();

		Path roster = folder.resolve("doan-vien/danh-sach.html");
		byte[] bytes = Files.readAllBytes(roster);
		bytes[bytes.length / 2] ^= 1;
		Files.write(roster, bytes);

		assertThat(sha256sum(folder)).isNotZero();
		assertThat(sha256(bytes)).isNotEqualTo(manifest().get("doan-vien/danh-sach.html"));
	}

	@Test
	void theLogKnowsTheHashOfTheList() {
		assertThat(changes(this.ministry)).contains(sha256(this.files.get(MANIFEST)));
	}

	@Test
	void thePagesNeedNothingFromOutside() {
		assertThat(pages()).hasSizeGreaterThan(8).allSatisfy((path, page) -> {
			assertThat(page.select("script, img, iframe, object, form, link")).as(path).isEmpty();
			assertThat(page.selectFirst("html").attr("lang")).isEqualTo("vi");
			for (Element link : page.select("[href], [src]")) {
				String target = Path.of(path).resolveSibling(link.attr("href")).normalize().toString();
				assertThat(this.files).as("%s in %s", link, path).containsKey(target);
			}
			assertThat(page.select("style").html()).doesNotContain("url(").doesNotContain("@import");
			assertThat(page.text()).as(path).doesNotContain("??").doesNotContain("archive.");
		});
	}

	@Test
	void everyFileIsReachedFromTheFirstPage() {
		List<String> led = page("index.html").select("a").eachAttr("href");

		assertThat(led).containsAll(this.files.keySet()
			.stream()
			.filter((path) -> !path.equals("index.html") && !path.equals(MANIFEST))
			.toList());
	}

	@Test
	void theNumbersAreThoseOfTheRosters() {
		Document roster = this.officers.page("quantri.khdt",
				"/units/" + this.ministry + "/members.csv?asOf=" + LAST_DAY);
		String figures = roster.text();
		List<Element> people = rows("doan-vien/danh-sach");
		long women = people.stream().filter((row) -> "Nữ".equals(row.child(4).text())).count();

		assertThat(people).hasSizeGreaterThan(1000);
		assertThat(figures).contains("Đoàn viên: %s, nữ: %s".formatted(grouped(people.size()), grouped(women)));
		assertThat(page("index.html").select("dl.figures dd").eachText()).element(1).isEqualTo(grouped(people.size()));
		assertThat(sum("don-vi", 7)).isEqualTo(people.size());
		assertThat(sum("don-vi", 8)).isEqualTo(women);
		assertThat(rows("don-vi")).hasSize(35);
	}

	@Test
	void workbooksHoldTheSameRows() throws IOException {
		for (Map.Entry<String, String> pair : Map
			.of("danh-sach-doan-vien", "doan-vien/danh-sach", "bien-dong", "doan-vien/bien-dong", "chi-tieu",
					"giao-uoc/chi-tieu", "giao-uoc", "giao-uoc/giao-uoc")
			.entrySet()) {
			byte[] book = this.files.get("bang-tinh/" + pair.getKey() + ".xlsx");
			String sheet = new String(unzip(book).get("xl/worksheets/sheet1.xml"), StandardCharsets.UTF_8);
			Document xml = Jsoup.parse(sheet, Parser.xmlParser());
			// title, two lines, an empty line and the headings stand above
			assertThat(xml.select("sheetData > row").size() - 4).as(pair.getKey())
				.isEqualTo(rows(pair.getValue()).size());
			assertThat(xml.select("f")).isEmpty();
		}
	}

	@Test
	void holdsNoIdentityNumberNorAnythingElseOfTheRecord() {
		Pattern digits = Pattern.compile("(?<![\\w])\\d{12}(?![\\w])|(?<![\\w])0\\d{9}(?![\\w])");
		assertThat(pages())
			.allSatisfy((path, page) -> assertThat(digits.matcher(page.text()).find()).as(path).isFalse());
		assertThat(text("DOC-TRUOC.txt")).contains("sha256sum -c MANIFEST.sha256", "certutil", "Get-FileHash");
	}

	@Test
	void isTheSameEachTime() throws IOException {
		Map<String, byte[]> again = files(
				this.officers.post("quantri.khdt", "/units/" + this.ministry + "/archive", "asOf", LAST_DAY));

		assertThat(new String(again.get(MANIFEST), StandardCharsets.UTF_8)).isEqualTo(text(MANIFEST));
	}

	@Test
	void anEndedUnitIsShownOnItsLastDay() throws IOException {
		String address = "/units/" + this.ended + "/archive";
		assertThat(this.officers.page("quantri.khdt", "/units/" + this.ended).select("a[href^=" + address + "]"))
			.hasSize(1);
		assertThat(this.officers.page("quantri.khdt", address).select("main").text()).contains("30/06/1995");

		MvcTestResult sent = this.officers.post("quantri.khdt", address);
		String name = ContentDisposition
			.parse(String.valueOf(sent.getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION)))
			.getFilename();
		assertThat(URLDecoder.decode(String.valueOf(name), StandardCharsets.UTF_8))
			.isEqualTo("Hồ sơ lưu trữ Công đoàn =Đã giải thể 1995-06-30.zip");
		Map<String, byte[]> old = files(sent);
		Document roster = parse(old.get("doan-vien/danh-sach.html"));
		assertThat(roster.select("tbody tr").eachText()).singleElement()
			.asString()
			.contains("=1+1 Thị <b>Cuối</b>", "1960");
		assertThat(parse(old.get("doan-vien/lich-su.html")).select("tbody tr").eachText()).hasSize(2)
			.anySatisfy((row) -> assertThat(row).contains("Lê Sớm", "01/01/1991", "31/12/1992"))
			.anySatisfy((row) -> assertThat(row).contains("Cuối", "01/01/1991", "30/06/1995"));
		assertThat(parse(old.get("quyet-dinh.html")).text()).contains("12/QĐ-CĐ", "01/07/1995");
	}

	@Test
	void onlyWhoMayReadTheWholeHistoryGetsIt() {
		for (String officer : List.of("khach.khdt", "canbo.khdt", "cdcs.khdt.c01")) {
			assertThat(this.officers.get(officer, "/units/" + this.unit + "/archive")).hasStatus(403);
			assertThat(this.officers.post(officer, "/units/" + this.unit + "/archive")).hasStatus(403);
		}
		for (String stranger : List.of("quantri.bct", "vanhanh")) {
			assertThat(this.officers.get(stranger, "/units/" + this.unit + "/archive")).hasStatus(404);
			assertThat(this.officers.post(stranger, "/units/" + this.unit + "/archive")).hasStatus(404);
		}
		assertThat(this.officers.page("khach.khdt", "/units/" + this.ended).select("a[href$=/archive]")).isEmpty();
	}

	private UUID unit(String ministry, String code) {
		return this.owner.sql("""
				select v.unit_id from unit_version v join unit_version m on m.unit_id = v.path[1]
				where v.code = ? and m.code = ? and upper_inf(v.period) limit 1""")
			.params(code, ministry)
			.query(UUID.class)
			.single();
	}

	private UUID endedUnit() {
		UUID id = UUID.randomUUID();
		this.owner.sql("insert into unit (id) values (?)").param(id).update();
		this.owner
			.sql("""
					insert into unit_version (id, unit_id, period, code, name, kind, host_kind, funding_type, parent_id, path)
					select uuidv7(), :id, '[1990-01-01,1995-07-01)', 'X99', 'Công đoàn =Đã giải thể', 'CDCS', 'VU', 'ADMIN',
						:top, array[:top, :id]""")
			.param("id", id)
			.param("top", this.ministry)
			.update();
		this.owner.sql("call settle_reach(array[cast(? as uuid)])").param(id).update();
		this.owner.sql("""
				insert into unit_event (id, unit_id, kind, effective_on, decision_number)
				values (uuidv7(), ?, 'ENDED', '1995-07-01', '12/QĐ-CĐ')""").param(id).update();
		person(id, "=1+1 Thị <b>Cuối</b>", "[1991-01-01,1995-07-01)");
		person(id, "Lê Sớm", "[1991-01-01,1993-01-01)");
		return id;
	}

	private void person(UUID unit, String name, String period) {
		UUID id = UUID.randomUUID();
		this.owner.sql("""
				insert into member (id, unit_id, full_name, surname, given_name, gender, birth_date)
				values (?, ?, ?, 'Lê', 'Sớm', 'FEMALE', '1960-01-01')""").params(id, unit, name).update();
		this.owner
			.sql("""
					insert into membership (id, member_id, unit_id, period, full_name, given_sort, surname_sort, middle_sort,
						search_key, gender, birth_date, birth_precision)
					values (uuidv7(), ?, ?, cast(? as daterange), ?, 'Sớm', 'Lê', '', 'le som', 'FEMALE', '1960-01-01',
						'DAY')""")
			.params(id, unit, period, name)
			.update();
	}

	private String changes(UUID subject) {
		return this.owner.sql(
				"select string_agg(changes::text, ' ') from audit_entry where action = 'unit.archived' and subject_id = ?")
			.param(subject)
			.query(String.class)
			.single();
	}

	private Map<String, String> manifest() {
		Map<String, String> listed = new LinkedHashMap<>();
		text(MANIFEST).lines().forEach((line) -> listed.put(line.substring(66), line.substring(0, 64)));
		return listed;
	}

	private Map<String, Document> pages() {
		Map<String, Document> pages = new TreeMap<>();
		this.files.forEach((path, bytes) -> {
			if (path.endsWith(".html")) {
				pages.put(path, parse(bytes));
			}
		});
		return pages;
	}

	private Document page(String path) {
		return parse(this.files.get(path));
	}

	/** The rows of a page in all its files. */
	private List<Element> rows(String path) {
		List<Element> rows = new ArrayList<>(page(path + ".html").select("tbody tr"));
		for (int i = 2; this.files.containsKey(path + "-" + i + ".html"); i++) {
			rows.addAll(page(path + "-" + i + ".html").select("tbody tr"));
		}
		return rows;
	}

	private long sum(String path, int column) {
		return rows(path).stream().mapToLong((row) -> Long.parseLong(row.child(column).text().replace(".", ""))).sum();
	}

	private String text(String path) {
		return new String(this.files.get(path), StandardCharsets.UTF_8);
	}

	private static String grouped(long number) {
		return String.format(java.util.Locale.GERMANY, "%,d", number);
	}

	private static Document parse(byte[] html) {
		return Jsoup.parse(new String(html, StandardCharsets.UTF_8));
	}

	private static Map<String, byte[]> files(MvcTestResult answer) throws IOException {
		assertThat(answer).hasStatusOk().hasContentType("application/zip");
		return unzip(answer.getResponse().getContentAsByteArray());
	}

	private static Map<String, byte[]> unzip(byte[] zip) throws IOException {
		Map<String, byte[]> files = new LinkedHashMap<>();
		try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
			for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
				assertThat(files.put(entry.getName(), in.readAllBytes())).isNull();
			}
		}
		return files;
	}

	private static String sha256(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** What a standard tool says, or what it would say where there is none. */
	private static int sha256sum(Path folder) throws Exception {
		if (!Files.isExecutable(Path.of("/usr/bin/sha256sum"))) {
			for (String line : Files.readAllLines(folder.resolve(MANIFEST))) {
				if (!line.startsWith(sha256(Files.readAllBytes(folder.resolve(line.substring(66)))))) {
					return 1;
				}
			}
			return 0;
		}
		return new ProcessBuilder("/usr/bin/sha256sum", "--strict", "-c", MANIFEST).directory(folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start()
			.waitFor();
	}

}
