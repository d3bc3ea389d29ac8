-- Posts a comment a request, each with other words and from another address: one address may post a few in an hour, and
-- what is counted for it stays as short as in life. Headers come from the command line, the form's token as TOKEN.
local count, start, token = 0, os.time() % 100000, os.getenv("TOKEN") -- fewer digits than a telephone number has
local words = string.rep("we+kept+the+evening+small+and+said+only+what+helped%2C+", 8)
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"

function request()
  count = count + 1
  wrk.headers["X-Forwarded-For"] = string.format("10.%d.%d.%d", count / 65536 % 256, count / 256 % 256, count % 256)
  local text = "Number+" .. count .. "+of+" .. start .. "%3A+" .. words
  return wrk.format(nil, wrk.path .. "comment/", nil, "csrfmiddlewaretoken=" .. token .. "&text=" .. text)
end
