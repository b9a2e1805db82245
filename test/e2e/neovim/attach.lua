-- Attaches Phasewise to the opened file with Neovim's own client, waits for its findings, and prints them in the words of the CLI.
local node, cli = vim.env.PHASEWISE:match('(.-)\n(.*)')
local client = vim.lsp.start_client({ name = 'phasewise', cmd = { node, cli, 'lsp', '--stdio' }, root_dir = vim.fn.getcwd() })
vim.lsp.buf_attach_client(0, client)
vim.wait(40000, function() return #vim.diagnostic.get(0) > 0 end, 20)

local severities = { 'error', 'warning', 'information', 'hint' }
local shown = {}
for _, one in ipairs(vim.diagnostic.get(0)) do
  table.insert(shown, {
    rule = one.code or one.user_data.lsp.code,
    line = one.lnum + 1,
    column = one.col + 1,
    message = one.message,
    severity = severities[one.severity],
  })
end
table.sort(shown, function(a, b) return a.line < b.line or (a.line == b.line and a.column < b.column) end)
io.stdout:write(vim.json.encode(shown))
vim.cmd('qall!')
