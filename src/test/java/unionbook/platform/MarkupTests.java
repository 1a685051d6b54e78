package unionbook.platform;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What was typed reaches a page as text, whatever it looks like. */
class MarkupTests {

	@Test
	void whatLooksLikeATagIsShownAsTyped() {
		String name = "Vụ <script>alert('1')</script> & \"Tổng hợp\"";

		Document page = page(name);

		assertThat(page.select("script")).isEmpty();
		assertThat(page.select("td").text()).isEqualTo(name);
		assertThat(page.select("td").attr("title")).isEqualTo(name);
	}

	@Property(tries = 200)
	void nothingTypedLeavesItsPlace(@ForAll String typed) {
		Document page = page(typed);

		assertThat(page.select("td")).hasSize(1);
		assertThat(page.select("td").first().attributesSize()).isOne();
		assertThat(page.select("td").first().children()).isEmpty();
	}

	private static Document page(String typed) {
		String html = new Markup(64).tag("<td title=\"").text(typed).tag("\">").text(typed).tag("</td>").html();
		return Jsoup.parse("<row>" + html + "</row>", "", Parser.xmlParser());
	}

}
