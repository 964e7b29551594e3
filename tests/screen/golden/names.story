# Names of other widths: no column shifts.
file people.csv
name,company,email
王小明,北京压缩机有限公司,wang@example.com
سلمى حداد,شركة الخليج,salma@example.com
"👩‍💻 Kim Lee","🚀 Rockets",kim@example.com
Zoë Ångström,Malmö,zoe@example.com
हिन्दी क्षि,नमस्ते,hindi@example.com
한국어 이름,서울,han@example.com
Plain Name,Company,plain@example.com
end
run import people.csv
run touch wang@example.com call 'mon 10:00' 报价
run touch salma@example.com email today عرض
run touch kim@example.com visit 'tue 14:00' '🚀 demo'
run touch zoe@example.com letter fri 'ångström'
run touch hindi@example.com call 'wed 9:00' नमस्ते
run touch han@example.com card fri 감사
run touch plain@example.com call thu plain
run note wang@example.com '他说下周再打电话 👍🏽 ok'
sizes 120x36 80x24 60x16
keys
C-l
