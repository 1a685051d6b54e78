package unionbook.intake;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/** A file that is too large by its own account. */
class UploadLimitFilterTests {

	@Test
	void aLargerFileIsRefusedBeforeItIsRead() throws Exception {
		assertThat(answer(UploadLimitFilter.LARGEST + 1)).isEqualTo(413);
		assertThat(answer(UploadLimitFilter.LARGEST)).isEqualTo(200);
	}

	private static int answer(long size) throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/imports") {

			@Override
			public long getContentLengthLong() {
				return size;
			}

		};
		request.setServletPath("/imports");
		MockHttpServletResponse response = new MockHttpServletResponse();
		new UploadLimitFilter().doFilter(request, response, new MockFilterChain());
		return response.getStatus();
	}

}
